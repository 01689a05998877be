package org.symbolon.projections.token;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TextColumns;
import org.symbolon.projections.token.CountedToken.Likeness;
import org.symbolon.projections.token.CountedToken.User;

/** The tables of what is counted of tokens, read and written for a whole batch of events at once. */
final class TokenCountTables {

    private final JdbcOperations jdbc;

    TokenCountTables(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<Integer> tokensIn(int realmId) {
        return jdbc.queryForList(
                "select token_id from token_counted where realms @> array[cast(? as integer)]", Integer.class, realmId);
    }

    Map<Integer, CountedToken> tokens(Collection<Integer> ids) {
        Map<Integer, CountedToken> tokens = new HashMap<>();
        jdbc.query(
                "select * from token_counted where token_id = any(cast(? as integer[]))",
                row -> {
                    tokens.put(row.getInt("token_id"), token(row));
                },
                numbers(ids));
        return tokens;
    }

    private static CountedToken token(ResultSet row) throws SQLException {
        String resolver = row.getString("resolver");
        return new CountedToken(
                row.getString("tokentype"),
                row.getString("rollout_state"),
                row.getBoolean("active"),
                row.getString("kind"),
                resolver == null ? null : new User(resolver, row.getString("user_id")),
                numbers(row.getArray("realms")));
    }

    /** How many enabled tokens those of the users have who have any. */
    Map<User, Integer> activeTokens(List<User> users) {
        Map<User, Integer> counts = new HashMap<>();
        if (users.isEmpty()) {
            return counts;
        }
        jdbc.query(
                """
                select resolver, user_id, count(*) as tokens from token_counted
                join unnest(cast(? as text[]), cast(? as text[])) as wanted (resolver, user_id)
                    using (resolver, user_id)
                where active group by resolver, user_id
                """,
                row -> {
                    counts.put(new User(row.getString("resolver"), row.getString("user_id")), row.getInt("tokens"));
                },
                TextColumns.of(users.stream().map(user -> new Object[] {user.resolver(), user.userId()}), 2));
        return counts;
    }

    /** The realms of those of the tokens that are in any. */
    Map<Integer, List<Integer>> realms(Collection<Integer> ids) {
        Map<Integer, List<Integer>> realms = new HashMap<>();
        if (ids.isEmpty()) {
            return realms;
        }
        jdbc.query(
                """
                select token_id, array_agg(realm_id order by realm_id) as realms from tokenrealm
                where token_id = any(cast(? as integer[])) group by token_id
                """,
                row -> {
                    realms.put(row.getInt("token_id"), numbers(row.getArray("realms")));
                },
                numbers(ids));
        return realms;
    }

    /** Writes tokens in place of those that had these numbers. */
    void replaceTokens(Collection<Integer> ids, Map<Integer, CountedToken> tokens) {
        if (!ids.isEmpty()) {
            jdbc.update("delete from token_counted where token_id = any(cast(? as integer[]))", numbers(ids));
        }
        if (tokens.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into token_counted
                    (token_id, tokentype, rollout_state, active, kind, resolver, user_id, realms)
                select token_id, tokentype, rollout_state, active, kind, resolver, user_id, cast(realms as integer[])
                from unnest(cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as boolean[]),
                        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                    as token (token_id, tokentype, rollout_state, active, kind, resolver, user_id, realms)
                """,
                TextColumns.of(tokens.entrySet().stream().map(token -> columns(token.getKey(), token.getValue())), 8));
    }

    private static Object[] columns(int id, CountedToken token) {
        User user = token.user();
        return new Object[] {
            id,
            token.type(),
            token.rolloutState(),
            token.active(),
            token.kind(),
            user == null ? null : user.resolver(),
            user == null ? null : user.userId(),
            array(token.realms())
        };
    }

    void addCounts(Map<Likeness, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into token_count as former (tokentype, rollout_state, active, owned, resolver, realms, total)
                select tokentype, rollout_state, active, owned, resolver, cast(realms as integer[]), total
                from unnest(cast(? as text[]), cast(? as text[]), cast(? as boolean[]), cast(? as boolean[]),
                        cast(? as text[]), cast(? as text[]), cast(? as bigint[]))
                    as change (tokentype, rollout_state, active, owned, resolver, realms, total)
                on conflict (tokentype, rollout_state, active, owned, resolver, realms)
                do update set total = former.total + excluded.total
                """,
                TextColumns.of(counts.entrySet().stream().map(count -> columns(count.getKey(), count.getValue())), 7));
        if (counts.values().stream().anyMatch(change -> change < 0)) {
            jdbc.update("delete from token_count where total <= 0");
        }
    }

    private static Object[] columns(Likeness alike, long change) {
        return new Object[] {
            alike.type(),
            alike.rolloutState(),
            alike.active(),
            alike.owned(),
            alike.resolver(),
            array(alike.realms()),
            change
        };
    }

    /** A moment that has a row already is changed further: events of one moment may lie in two batches. */
    void addFigures(SortedMap<LocalDateTime, FigureChange> figures) {
        if (figures.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into statistics_change as former
                    (time, tokens, hardware, software, unassigned_hardware, assigned, users)
                select * from unnest(cast(? as timestamp[]), cast(? as integer[]), cast(? as integer[]),
                    cast(? as integer[]), cast(? as integer[]), cast(? as integer[]), cast(? as integer[]))
                on conflict (time) do update set tokens = former.tokens + excluded.tokens,
                    hardware = former.hardware + excluded.hardware, software = former.software + excluded.software,
                    unassigned_hardware = former.unassigned_hardware + excluded.unassigned_hardware,
                    assigned = former.assigned + excluded.assigned, users = former.users + excluded.users
                """,
                TextColumns.of(
                        figures.entrySet().stream().map(figure -> columns(figure.getKey(), figure.getValue())), 7));
    }

    private static Object[] columns(LocalDateTime time, FigureChange change) {
        return new Object[] {
            time,
            change.tokens(),
            change.hardware(),
            change.software(),
            change.unassignedHardware(),
            change.assigned(),
            change.users()
        };
    }

    private static Object numbers(Collection<Integer> ids) {
        return ids.toArray(Integer[]::new);
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private static String array(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
