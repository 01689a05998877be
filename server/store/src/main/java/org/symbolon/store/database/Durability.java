package org.symbolon.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * An answer says that its event is on the disk, so a database that does not write through is refused: a role or database
 * setting could have switched it off where no command line sees it.
 */
final class Durability {
    static final List<String> REQUIRED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    static void verify(DatabaseAccess access) {
        try (Connection connection = DriverManager.getConnection(access.url(), access.username(), access.password());
                Statement statement = connection.createStatement()) {
            for (String setting : REQUIRED) {
                requireOn(statement, setting);
            }
        } catch (SQLException e) {
            throw new DatabaseException("the embedded database does not answer: %s".formatted(e.getMessage()), e);
        }
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            if (!result.getString(1).equals("on")) {
                throw new DatabaseException(
                        "the database would lose what it confirmed: its setting %s is %s and must be on"
                                .formatted(setting, result.getString(1)));
            }
        }
    }
}
