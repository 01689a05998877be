package org.symbolon.query.token;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.query.shared.Conditions;

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

    private final JdbcOperations jdbc;

    TokenSearch(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    long count(TokenFilter filter) {
        Conditions conditions = conditions(filter);
        Long count = jdbc.queryForObject(
                "select count(*) from token" + conditions.where(), Long.class, conditions.arguments());
        return count == null ? 0 : count;
    }

    List<Integer> page(ListTokens query) {
        Conditions conditions = conditions(query.filter());
        String column = query.sortBy() != null && SORTABLE.contains(query.sortBy()) ? query.sortBy() : "serial";
        String direction = query.sortDescending() ? " desc" : "";
        return jdbc.queryForList(
                "select token.id from token" + conditions.where() + " order by token." + column + direction
                        + ", token.id limit ? offset ?",
                Integer.class,
                conditions.arguments(query.paging().size(), query.paging().offset()));
    }

    private static Conditions conditions(TokenFilter filter) {
        Conditions conditions = new Conditions()
                .matches("token.serial", filter.serial)
                .matchesIgnoringCase("token.tokentype", filter.type)
                .matchesIgnoringCase("token.description", filter.description)
                .matchesIgnoringCase("token.rollout_state", filter.rolloutState);
        if (filter.active != null) {
            conditions.and("token.active = ?", filter.active);
        }
        addOwner(conditions, filter);
        addRealms(conditions, filter);
        addInfo(conditions, filter);
        return conditions;
    }

    private static void addOwner(Conditions conditions, TokenFilter filter) {
        String any = "exists (select 1 from tokenowner where tokenowner.token_id = token.id)";
        if (filter.assigned != null) {
            conditions.and(filter.assigned ? any : "not " + any);
        }
        Conditions owner = new Conditions()
                .matches("tokenowner.resolver", filter.resolver)
                .matches("tokenowner.user_id", filter.userId);
        addExactOwner(owner, filter.owner);
        if (!owner.isEmpty()) {
            conditions.and(
                    "token.id in (select tokenowner.token_id from tokenowner" + owner.where() + ")", owner.arguments());
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

    private static void addRealms(Conditions conditions, TokenFilter filter) {
        String inRealm = "exists (select 1 from tokenrealm join realm on realm.id = tokenrealm.realm_id"
                + " where tokenrealm.token_id = token.id and ";
        Conditions realm = new Conditions().matchesIgnoringCase("realm.name", filter.realm);
        if (!realm.isEmpty()) {
            conditions.and(inRealm + realm.all() + ")", realm.arguments());
        }
        if (filter.allowedRealms != null) {
            conditions.and(inRealm + "realm.name = any(cast(? as text[])))", (Object)
                    filter.allowedRealms.toArray(String[]::new));
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
