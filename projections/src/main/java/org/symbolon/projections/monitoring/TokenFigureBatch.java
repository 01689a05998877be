package org.symbolon.projections.monitoring;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.monitoring.CountedToken.User;

/**
 * What a batch of events changes of the figures of tokens: worked out in memory, in the order of the events, from the
 * tokens and users that the batch names. It leaves the rows that it would leave if every event were written by itself.
 */
final class TokenFigureBatch {

    private final List<Change> changes = new ArrayList<>();
    private final SortedMap<LocalDateTime, FigureChange> figures = new TreeMap<>();
    private Map<Integer, CountedToken> tokens = new HashMap<>();
    private Map<User, Integer> activeTokens = new HashMap<>();

    /** What an event does to a token; a token that is not there is null. The user is one whom the event names, or null. */
    private record Change(int tokenId, LocalDateTime time, User user, UnaryOperator<CountedToken> effect) {}

    void add(int tokenId, Instant time, User user, UnaryOperator<CountedToken> effect) {
        LocalDateTime stored = LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
        changes.add(new Change(tokenId, stored, user, effect));
    }

    /** As {@link #add} for what does nothing to a token that is not there. */
    void change(int tokenId, Instant time, UnaryOperator<CountedToken> effect) {
        add(tokenId, time, null, token -> token == null ? null : effect.apply(token));
    }

    void write(JdbcOperations jdbc) {
        Integer[] ids = changes.stream().map(Change::tokenId).distinct().toArray(Integer[]::new);
        tokens = readTokens(jdbc, ids);
        Set<User> users = Stream.concat(
                        changes.stream().map(Change::user),
                        tokens.values().stream().map(CountedToken::user))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        activeTokens = readActiveTokens(jdbc, List.copyOf(users));
        changes.forEach(this::apply);
        writeTokens(jdbc, ids);
        writeFigures(jdbc);
    }

    private void apply(Change change) {
        CountedToken before = tokens.get(change.tokenId());
        CountedToken after = change.effect().apply(before);
        FigureChange difference = figuresOf(after).minus(figuresOf(before)).plusUsers(lost(before) + gained(after));
        tokens.put(change.tokenId(), after);
        if (!difference.equals(FigureChange.NONE)) {
            figures.merge(change.time(), difference, FigureChange::plus);
        }
    }

    private static FigureChange figuresOf(CountedToken token) {
        return token == null ? FigureChange.NONE : token.figures();
    }

    private int lost(CountedToken token) {
        boolean wasLast = token != null && token.equips() && activeTokens.merge(token.user(), -1, Integer::sum) == 0;
        return wasLast ? -1 : 0;
    }

    private int gained(CountedToken token) {
        boolean isFirst = token != null && token.equips() && activeTokens.merge(token.user(), 1, Integer::sum) == 1;
        return isFirst ? 1 : 0;
    }

    private static Map<Integer, CountedToken> readTokens(JdbcOperations jdbc, Integer[] ids) {
        Map<Integer, CountedToken> tokens = new HashMap<>();
        jdbc.query(
                "select * from statistics_token where token_id = any(cast(? as integer[]))",
                row -> {
                    String resolver = row.getString("resolver");
                    User user = resolver == null ? null : new User(resolver, row.getString("user_id"));
                    CountedToken token = new CountedToken(row.getString("kind"), user, row.getBoolean("active"));
                    tokens.put(row.getInt("token_id"), token);
                },
                (Object) ids);
        return tokens;
    }

    private static Map<User, Integer> readActiveTokens(JdbcOperations jdbc, List<User> users) {
        Map<User, Integer> counts = new HashMap<>();
        jdbc.query(
                """
                select resolver, user_id, count(*) as tokens from statistics_token
                join unnest(cast(? as text[]), cast(? as text[])) as wanted (resolver, user_id)
                    using (resolver, user_id)
                where active group by resolver, user_id
                """,
                row -> {
                    counts.put(new User(row.getString("resolver"), row.getString("user_id")), row.getInt("tokens"));
                },
                users.stream().map(User::resolver).toArray(String[]::new),
                users.stream().map(User::userId).toArray(String[]::new));
        return counts;
    }

    private void writeTokens(JdbcOperations jdbc, Integer[] ids) {
        jdbc.update("delete from statistics_token where token_id = any(cast(? as integer[]))", (Object) ids);
        List<Object[]> rows = new ArrayList<>();
        for (Integer id : ids) {
            CountedToken token = tokens.get(id);
            if (token != null) {
                User user = token.user();
                rows.add(new Object[] {
                    id,
                    token.kind(),
                    user == null ? null : user.resolver(),
                    user == null ? null : user.userId(),
                    token.active()
                });
            }
        }
        jdbc.batchUpdate(
                "insert into statistics_token (token_id, kind, resolver, user_id, active) values (?, ?, ?, ?, ?)",
                rows);
    }

    /** A moment that has a row already is changed further: events of one moment may lie in two batches. */
    private void writeFigures(JdbcOperations jdbc) {
        List<Object[]> rows = new ArrayList<>();
        figures.forEach((time, change) -> rows.add(new Object[] {
            time,
            change.tokens(),
            change.hardware(),
            change.software(),
            change.unassignedHardware(),
            change.assigned(),
            change.users()
        }));
        jdbc.batchUpdate(
                """
                insert into statistics_change as former
                    (time, tokens, hardware, software, unassigned_hardware, assigned, users)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (time) do update set tokens = former.tokens + excluded.tokens,
                    hardware = former.hardware + excluded.hardware, software = former.software + excluded.software,
                    unassigned_hardware = former.unassigned_hardware + excluded.unassigned_hardware,
                    assigned = former.assigned + excluded.assigned, users = former.users + excluded.users
                """,
                rows);
    }
}
