package org.symbolon.query.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about custom attributes of users. */
public class UserAttributeQueries {

    private final JdbcOperations jdbc;

    public UserAttributeQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<UserAttributeView> handle(ListUserAttributes query) {
        return jdbc.query(
                """
                select id, resolver, user_id, "Key", "Value", "Type" from customuserattribute
                where realm_id = ? and user_id = any (?) order by id
                """,
                UserAttributeQueries::view,
                query.realmId(),
                query.userIds().toArray(String[]::new));
    }

    private static UserAttributeView view(ResultSet row, int index) throws SQLException {
        return new UserAttributeView(
                row.getInt("id"),
                row.getString("resolver"),
                row.getString("user_id"),
                row.getString("Key"),
                row.getString("Value"),
                row.getString("Type"));
    }
}
