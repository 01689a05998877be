package org.symbolon.query.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TrailingModels;

/** Shows whole tokens to those who go through all of them, page by page. What belongs to a page's tokens is asked for once. */
public class TokenWalkQueries {

    private static final String OF_THESE = " where token_id = any(cast(? as integer[]))";
    private static final String INFO = "select token_id, \"Key\", \"Value\", \"Type\" from tokeninfo" + OF_THESE;
    private static final String OWNERS =
            "select token_id, tokenowner.resolver, tokenowner.user_id, coalesce(realm.name, '') as realm from tokenowner"
                    + " left join realm on realm.id = tokenowner.realm_id" + OF_THESE;
    private static final String REALMS =
            "select token_id, realm.name from tokenrealm join realm on realm.id = tokenrealm.realm_id" + OF_THESE
                    + " order by realm.name";
    private static final String GROUPS = "select token_id, tokengroup.name from tokentokengroup join tokengroup"
            + " on tokengroup.id = tokentokengroup.tokengroup_id" + OF_THESE + " order by tokengroup.name";

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;
    private final TokenSearch search;

    public TokenWalkQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
        this.search = new TokenSearch(jdbc);
    }

    private record Owner(String resolver, String userId, String realm) {

        static final Owner NOBODY = new Owner("", "", "");
    }

    /** What stands in other tables about the tokens of a page, by their numbers. */
    private record Beside(
            Map<Integer, SortedMap<String, String>> info,
            Map<Integer, Owner> owners,
            Map<Integer, List<String>> realms,
            Map<Integer, List<String>> groups) {}

    /** What log-ins change of tokens is waited for once, for the first page. */
    @QueryHandler
    public List<TokenView> handle(WalkTokens query) {
        if (query.afterNumber() == WalkTokens.BEGIN) {
            trailing.await();
        }
        Object numbers = search.after(query).toArray(Integer[]::new);
        Beside beside = beside(numbers);
        return jdbc.query(
                "select * from token where id = any(cast(? as integer[])) order by id",
                (row, number) -> read(row, beside),
                numbers);
    }

    private Beside beside(Object numbers) {
        Map<Integer, SortedMap<String, String>> info = new HashMap<>();
        jdbc.query(
                INFO,
                row -> {
                    read(row, info.computeIfAbsent(row.getInt("token_id"), key -> new TreeMap<>()));
                },
                numbers);
        Map<Integer, Owner> owners = new HashMap<>();
        jdbc.query(
                OWNERS,
                row -> {
                    owners.put(
                            row.getInt("token_id"),
                            new Owner(row.getString("resolver"), row.getString("user_id"), row.getString("realm")));
                },
                numbers);
        return new Beside(info, owners, names(REALMS, numbers), names(GROUPS, numbers));
    }

    private static void read(ResultSet row, SortedMap<String, String> info) throws SQLException {
        String key = row.getString("Key");
        info.put(key, Objects.requireNonNullElse(row.getString("Value"), ""));
        String type = row.getString("Type");
        if (type != null && !type.isEmpty()) {
            info.put(key + ".type", type);
        }
    }

    private Map<Integer, List<String>> names(String sql, Object numbers) {
        Map<Integer, List<String>> names = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    names.computeIfAbsent(row.getInt("token_id"), key -> new ArrayList<>())
                            .add(row.getString("name"));
                },
                numbers);
        return names;
    }

    private static TokenView read(ResultSet row, Beside beside) throws SQLException {
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
                beside.info().getOrDefault(id, new TreeMap<>()),
                beside.realms().getOrDefault(id, List.of()),
                beside.groups().getOrDefault(id, List.of()),
                owner.resolver(),
                owner.userId(),
                owner.realm());
    }
}
