package org.symbolon.query.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Reads tokens as they are listed, over whatever connection the caller has. Owners, realms, groups and info of a whole page are fetched with
 * one statement each. Secrets are not read.
 */
final class TokenViews {

    private static final String TOKENS =
            """
            select id, serial, tokentype, description, active, revoked, locked, count, count_window, sync_window, failcount,
            maxfail, otplen, rollout_state from token where\s""";
    private static final String OWNERS =
            """
            select tokenowner.token_id, tokenowner.resolver, tokenowner.user_id, realm.name from tokenowner
            left join realm on realm.id = tokenowner.realm_id where tokenowner.token_id = any (?) order by tokenowner.id
            """;
    private static final String REALMS =
            """
            select tokenrealm.token_id, realm.name from tokenrealm join realm on realm.id = tokenrealm.realm_id
            where tokenrealm.token_id = any (?)
            """;
    private static final String GROUPS =
            """
            select tokentokengroup.token_id, tokengroup.name from tokentokengroup
            join tokengroup on tokengroup.id = tokentokengroup.tokengroup_id where tokentokengroup.token_id = any (?)
            """;
    private static final String INFO =
            """
            select token_id, "Key", "Value", "Type" from tokeninfo where token_id = any (?)
            """;

    private final JdbcOperations jdbc;

    TokenViews(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TokenView> of(String serial) {
        return jdbc
                .query(TOKENS + "serial = ?", (row, number) -> view(row, beside(List.of(row.getInt("id")))), serial)
                .stream()
                .findFirst();
    }

    /** In the order of the ids. */
    List<TokenView> of(List<Integer> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        Beside beside = beside(ids);
        List<TokenView> views = jdbc.query(TOKENS + "id = any (?)", (row, number) -> view(row, beside), array(ids));
        return views.stream()
                .sorted(Comparator.comparing(view -> places.get(view.id())))
                .toList();
    }

    private static Object array(List<Integer> ids) {
        return ids.toArray(Integer[]::new);
    }

    private record Owner(String resolver, String userId, String realm) {

        private static final Owner NOBODY = new Owner("", "", "");
    }

    /** What lies in other tables, by the ids of the tokens. */
    private record Beside(
            Map<Integer, Owner> owners,
            Map<Integer, List<String>> realms,
            Map<Integer, List<String>> groups,
            Map<Integer, SortedMap<String, String>> info) {}

    private Beside beside(List<Integer> ids) {
        Object tokens = array(ids);
        return new Beside(owners(tokens), names(REALMS, tokens), names(GROUPS, tokens), info(tokens));
    }

    private Map<Integer, Owner> owners(Object tokens) {
        Map<Integer, Owner> owners = new HashMap<>();
        jdbc.query(
                OWNERS,
                row -> {
                    Owner owner = new Owner(row.getString(2), row.getString(3), orEmpty(row.getString(4)));
                    owners.putIfAbsent(row.getInt(1), owner);
                },
                tokens);
        return owners;
    }

    /** In alphabetical order. */
    private Map<Integer, List<String>> names(String sql, Object tokens) {
        Map<Integer, List<String>> names = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    names.computeIfAbsent(row.getInt(1), token -> new ArrayList<>())
                            .add(row.getString(2));
                },
                tokens);
        names.values().forEach(Collections::sort);
        return names;
    }

    private Map<Integer, SortedMap<String, String>> info(Object tokens) {
        Map<Integer, SortedMap<String, String>> info = new HashMap<>();
        jdbc.query(
                INFO,
                row -> {
                    SortedMap<String, String> entries = info.computeIfAbsent(row.getInt(1), token -> new TreeMap<>());
                    String key = row.getString(2);
                    String type = orEmpty(row.getString(4));
                    entries.put(key, orEmpty(row.getString(3)));
                    if (!type.isEmpty()) {
                        entries.put(key + ".type", type);
                    }
                },
                tokens);
        return info;
    }

    private static String orEmpty(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static TokenView view(ResultSet row, Beside beside) throws SQLException {
        int id = row.getInt("id");
        Owner owner = beside.owners().getOrDefault(id, Owner.NOBODY);
        return new TokenView(
                id,
                row.getString("serial"),
                row.getString("tokentype"),
                row.getString("description"),
                row.getBoolean("active"),
                row.getBoolean("revoked"),
                row.getBoolean("locked"),
                row.getLong("count"),
                row.getInt("count_window"),
                row.getInt("sync_window"),
                row.getInt("failcount"),
                row.getInt("maxfail"),
                row.getInt("otplen"),
                row.getString("rollout_state"),
                beside.info().getOrDefault(id, Collections.emptySortedMap()),
                beside.realms().getOrDefault(id, List.of()),
                beside.groups().getOrDefault(id, List.of()),
                owner.resolver(),
                owner.userId(),
                owner.realm());
    }
}
