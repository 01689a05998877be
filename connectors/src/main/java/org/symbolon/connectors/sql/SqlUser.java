package org.symbolon.connectors.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A user as his row describes him. */
final class SqlUser {

    /** Beside {@code userid}, eduMFA tells the id under this name once more. */
    private static final String RAW_ID = "id";

    private SqlUser() {}

    /** What is known of him, read from the columns that {@link SqlTable#shown} names; what is empty is left out. */
    static Map<String, String> attributes(SqlTable users, ResultSet row) throws SQLException {
        Map<String, String> attributes = new HashMap<>();
        String id = users.id().read(row, 1);
        attributes.put(RAW_ID, id);
        int place = 3;
        for (Map.Entry<String, String> mapped : users.settings().mapping().entrySet()) {
            String value = users.columns().get(mapped.getValue()).read(row, place++);
            if (!value.isEmpty()) {
                attributes.put(mapped.getKey(), value);
            }
        }
        attributes.put(SqlUserSettings.USER_ID, id);
        attributes.put(SqlUserSettings.USERNAME, users.login().read(row, 2));
        return Map.copyOf(attributes);
    }
}
