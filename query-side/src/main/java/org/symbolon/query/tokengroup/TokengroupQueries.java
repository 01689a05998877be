package org.symbolon.query.tokengroup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about token groups. */
public class TokengroupQueries {

    private final JdbcOperations jdbc;

    public TokengroupQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<TokengroupView> handle(ListTokengroups query) {
        return jdbc.query(
                """
                select id, name, "Description" from tokengroup
                where cast(? as text) is null or name = ? order by name
                """,
                TokengroupQueries::view,
                query.name(),
                query.name());
    }

    private static TokengroupView view(ResultSet row, int index) throws SQLException {
        return new TokengroupView(row.getInt("id"), row.getString("name"), row.getString("Description"));
    }
}
