package org.symbolon.query.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.query.shared.Conditions;
import org.symbolon.query.shared.ReachConditions;
import org.symbolon.query.shared.Window;

/** Finds the numbers of the tokens that a list shows. It touches no more rows than the indexes let it. */
final class TokenSearch {

    private static final Set<String> SORTABLE = Set.of(
            "id",
            "description",
            "serial",
            "tokentype",
            "otplen",
            "maxfail",
            "active",
            "revoked",
            "locked",
            "failcount",
            "count",
            "count_window",
            "sync_window",
            "rollout_state");

    private static final String SEALED =
            """
            select token.id, token.serial, token.tokentype, token.otplen, token.count, token.count_window,
                token.sync_window, token.key_enc, token.key_iv
            from token
            """;

    private final JdbcOperations jdbc;

    TokenSearch(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** How many tokens pass, as they are counted one by one. */
    long count(TokenFilter filter) {
        Conditions conditions = conditions(filter, TokenRealms.of(filter, jdbc));
        return number("select count(*) from token" + conditions.where(), conditions.arguments());
    }

    /** How many tokens pass, from the count that is kept of the tokens of now where it says so. */
    long countOfNow(TokenFilter filter) {
        Optional<Conditions> counted = CountedTokens.of(filter, TokenRealms.of(filter, jdbc));
        return counted.isPresent()
                ? number(
                        "select coalesce(sum(token_count.total), 0) from token_count"
                                + counted.get().where(),
                        counted.get().arguments())
                : count(filter);
    }

    private long number(String sql, Object... arguments) {
        Long found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }

    /** The serials of the tokens that pass, in their order. */
    List<String> serials(ListSerials query) {
        Conditions conditions = conditions(query.filter(), TokenRealms.of(query.filter(), jdbc));
        return jdbc.queryForList(
                "select token.serial from token" + conditions.where() + " order by token.serial limit ?",
                String.class,
                Stream.concat(Arrays.stream(conditions.arguments()), Stream.of(query.most()))
                        .toArray());
    }

    /** The numbers of a page's tokens in their order, those of one value by number, where so many tokens pass in all. */
    List<Integer> page(ListTokens query, long count) {
        Window window = Window.of(query.paging(), count);
        if (window.isEmpty()) {
            return List.of();
        }
        Conditions conditions = conditions(query.filter(), TokenRealms.of(query.filter(), jdbc));
        String column = query.sortBy() != null && SORTABLE.contains(query.sortBy()) ? query.sortBy() : "serial";
        String direction = query.sortDescending() == window.fromTheEnd() ? "" : " desc";
        List<Integer> ids = new ArrayList<>(jdbc.queryForList(
                "select token.id from token" + conditions.where() + " order by token." + column + direction
                        + ", token.id" + direction + " limit ? offset ?",
                Integer.class,
                conditions.arguments(window.size(), window.offset())));
        if (window.fromTheEnd()) {
            Collections.reverse(ids);
        }
        return ids;
    }

    /**
     * A page of tokens in the order of their numbers. What few tokens of a realm have no owner is known without going
     * through the many that have one.
     */
    <T> List<T> sealed(ListSealedTokens query, RowMapper<T> reading) {
        TokenFilter filter = query.filter();
        TokenRealms realms = TokenRealms.of(filter, jdbc);
        Conditions conditions = conditions(filter, realms)
                .and("token.tokentype = any(cast(? as text[]))", (Object)
                        query.types().toArray(String[]::new))
                .and("token.id > ?", query.afterNumber());
        if (!query.otpLengths().isEmpty()) {
            conditions.and("token.otplen = any(cast(? as integer[]))", (Object)
                    query.otpLengths().toArray(Integer[]::new));
        }
        if (Boolean.FALSE.equals(filter.assigned) && realms.wanted().isPresent()) {
            conditions.and(
                    "token.id in (select token_counted.token_id from token_counted where token_counted.resolver is null"
                            + " and token_counted.realms && cast(? as integer[]))",
                    (Object) realms.wanted().get().toArray(Integer[]::new));
        }
        return jdbc.query(
                SEALED + conditions.where() + " order by token.id limit ?",
                reading,
                conditions.arguments(query.most()));
    }

    /** The numbers of the tokens of a page, in their order. */
    List<Integer> after(WalkTokens query) {
        Conditions conditions = conditions(query.filter(), TokenRealms.of(query.filter(), jdbc), query.afterNumber())
                .and("token.id > ?", query.afterNumber());
        return jdbc.queryForList(
                "select token.id from token" + conditions.where() + " order by token.id limit ?",
                Integer.class,
                conditions.arguments(query.most()));
    }

    private static Conditions conditions(TokenFilter filter, TokenRealms realms) {
        return conditions(filter, realms, WalkTokens.BEGIN);
    }

    private static Conditions conditions(TokenFilter filter, TokenRealms realms, int after) {
        Conditions conditions = new Conditions()
                .matches("token.serial", filter.serial)
                .matchesLowerCase("token.tokentype", filter.type)
                .matchesIgnoringCase("token.description", filter.description)
                .matchesIgnoringCase("token.rollout_state", filter.rolloutState);
        if (filter.active != null) {
            conditions.and("token.active = ?", filter.active);
        }
        addOwner(conditions, filter, after);
        realms.wanted().ifPresent(ids -> inAnyOf(conditions, ids, after));
        realms.allowed().ifPresent(ids -> inAnyOf(conditions, ids, after));
        if (filter.reach != null && realms.allowed().isEmpty()) {
            conditions.and(ReachConditions.overTokens(filter.reach, "token.id"));
        }
        addInfo(conditions, filter);
        filter.infoKeys.forEach(key -> addKey(conditions, "", key, after));
        if (filter.missingInfoKey != null) {
            addKey(conditions, "not ", filter.missingInfoKey, after);
        }
        return conditions;
    }

    /**
     * What begins a condition that looks into another table for tokens behind a number: the same bound, without which the database
     * goes through all that is before it, for each page of a walk.
     */
    private static Conditions behind(String column, int after) {
        return after == WalkTokens.BEGIN ? new Conditions() : new Conditions().and(column + " > ?", after);
    }

    private static void inAnyOf(Conditions conditions, List<Integer> realms, int after) {
        Conditions inside = behind("tokenrealm.token_id", after)
                .and("tokenrealm.realm_id = any(cast(? as integer[]))", (Object) realms.toArray(Integer[]::new));
        conditions.and(
                "token.id in (select tokenrealm.token_id from tokenrealm" + inside.where() + ")", inside.arguments());
    }

    private static void addKey(Conditions conditions, String not, String key, int after) {
        Conditions inside = behind("tokeninfo.token_id", after)
                .and("tokeninfo.token_id = token.id")
                .and("tokeninfo.\"Key\" = ?", key);
        conditions.and(not + "exists (select 1 from tokeninfo" + inside.where() + ")", inside.arguments());
    }

    private static void addOwner(Conditions conditions, TokenFilter filter, int after) {
        if (filter.assigned != null) {
            Conditions any = behind("tokenowner.token_id", after).and("tokenowner.token_id = token.id");
            conditions.and(
                    (filter.assigned ? "" : "not ") + "exists (select 1 from tokenowner" + any.where() + ")",
                    any.arguments());
        }
        Conditions owner = new Conditions()
                .matches("tokenowner.resolver", filter.resolver)
                .matches("tokenowner.user_id", filter.userId);
        addExactOwner(owner, filter.owner);
        if (!owner.isEmpty()) {
            Conditions inside = behind("tokenowner.token_id", after).and(owner);
            conditions.and(
                    "token.id in (select tokenowner.token_id from tokenowner" + inside.where() + ")",
                    inside.arguments());
        }
    }

    private static void addExactOwner(Conditions conditions, TokenOwner owner) {
        if (owner == null) {
            return;
        }
        conditions.and("tokenowner.user_id = ? and tokenowner.resolver = ?", owner.userId(), owner.resolver());
        if (owner.realm() != null) {
            conditions.and("tokenowner.realm_id = (select id from realm where name = ?)", owner.realm());
        }
    }

    private static void addInfo(Conditions conditions, TokenFilter filter) {
        if (filter.infoKey == null || filter.infoValue == null) {
            return;
        }
        conditions.and(
                "token.id in (select tokeninfo.token_id from tokeninfo where tokeninfo.\"Key\" = ?"
                        + " and tokeninfo.\"Value\" = ?)",
                filter.infoKey,
                filter.infoValue);
    }
}
