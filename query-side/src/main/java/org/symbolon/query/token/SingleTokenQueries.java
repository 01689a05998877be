package org.symbolon.query.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TrailingModels;

/**
 * Looks at one token over whatever connection the caller has, so that it can be done in the middle of a command: by SQL, for neither commands
 * nor log-ins should have to wait for entities.
 */
public class SingleTokenQueries {

    private static final String OWNER =
            """
            select tokenowner.resolver, tokenowner.user_id, realm.name from tokenowner
            left join realm on realm.id = tokenowner.realm_id where tokenowner.token_id = ?
            order by tokenowner.id
            """;
    private static final String REALMS =
            "select realm.name from tokenrealm join realm on realm.id = tokenrealm.realm_id"
                    + " where tokenrealm.token_id = ?";
    private static final String GROUPS =
            "select tokengroup.name from tokentokengroup join tokengroup on tokengroup.id = tokentokengroup.tokengroup_id"
                    + " where tokentokengroup.token_id = ?";

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;

    public SingleTokenQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
    }

    @QueryHandler
    public Optional<TokenView> handle(FindToken query) {
        if (query.upToDate()) {
            trailing.await();
        }
        return jdbc.query("select * from token where serial = ?", (row, number) -> read(row), query.serial()).stream()
                .findFirst();
    }

    private record Owner(String resolver, String userId, String realm) {}

    private TokenView read(ResultSet row) throws SQLException {
        int id = row.getInt("id");
        Owner owner = owner(id);
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
                info(id),
                names(REALMS, id),
                names(GROUPS, id),
                owner.resolver(),
                owner.userId(),
                owner.realm());
    }

    /** In alphabetical order. */
    private List<String> names(String sql, int id) {
        return jdbc.queryForList(sql, String.class, id).stream().sorted().toList();
    }

    private Owner owner(int id) {
        List<Owner> owners = jdbc.query(
                OWNER,
                (row, number) ->
                        new Owner(row.getString("resolver"), row.getString("user_id"), orEmpty(row.getString("name"))),
                id);
        return owners.isEmpty() ? new Owner("", "", "") : owners.get(0);
    }

    private SortedMap<String, String> info(int id) {
        SortedMap<String, String> info = new TreeMap<>();
        jdbc.query(
                "select \"Key\", \"Value\", \"Type\" from tokeninfo where token_id = ?",
                row -> {
                    TokenView.list(
                            row.getString("Key"),
                            orEmpty(row.getString("Value")),
                            orEmpty(row.getString("Type")),
                            info);
                },
                id);
        return info;
    }

    private static String orEmpty(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
