package org.symbolon.connectors.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a page of a search begins.
 *
 * @param found how many users the pages before have
 * @param lastId the id of the last one; empty at the beginning
 */
record SqlPlace(int found, Optional<String> lastId) {

    static final SqlPlace BEGINNING = new SqlPlace(0, Optional.empty());

    /** Where a cursor points to that {@link #text} made. */
    static SqlPlace of(String cursor) {
        String[] parts = cursor.split(" ", 2);
        return new SqlPlace(Integer.parseInt(parts[0]), Optional.of(parts[1]));
    }

    /** Behind these users, of whom there is one at least. */
    SqlPlace after(List<Map<String, String>> users) {
        String last = users.get(users.size() - 1).get(SqlUserSettings.USER_ID);
        return new SqlPlace(found + users.size(), Optional.of(last));
    }

    String text() {
        return found + " " + lastId.orElse("");
    }
}
