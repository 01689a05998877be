package org.symbolon.connectors.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.connectors.parameters.StoreParameters;

/** Tries a configuration out: connects, looks at the table's columns, reads a user and counts all. */
final class SqlTrial {

    private final SqlConnectionSettings connection;
    private final SqlUserSettings users;
    private final SqlNetwork network;

    SqlTrial(StoreParameters parameters, SqlNetwork network) {
        this.connection = SqlConnectionSettings.of(parameters);
        this.users = SqlUserSettings.of(parameters);
        this.network = network;
    }

    TestResult result() {
        try (SqlDatabase database = new SqlDatabase(connection.ofOne(), network)) {
            return result(database);
        }
    }

    private TestResult result(SqlDatabase database) {
        try {
            int count = database.ask(over -> {
                SqlTable table = SqlTable.read(over, database.dialect(), users);
                SqlStore.firstPage(Map.of(), 1, table, over);
                return table.count().rows(over, 1, row -> row.getInt(1)).get(0);
            });
            return TestResult.ofUsers(count, "Found " + count + " users.");
        } catch (SqlTroubleException trouble) {
            return failed(told(trouble, database));
        }
    }

    static TestResult failed(String why) {
        return TestResult.ofUsers(-1, "failed to retrieve users: " + why);
    }

    private String told(SqlTroubleException trouble, SqlDatabase database) {
        if (trouble.trouble() != SqlTrouble.COLUMN) {
            return trouble.getMessage();
        }
        String missing = SqlTable.named(users).stream()
                .filter(column -> isMissing(column, database))
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? trouble.getMessage() : trouble.getMessage() + ": " + missing;
    }

    private boolean isMissing(String column, SqlDatabase database) {
        String question = "select " + database.dialect().quoted(column) + " from "
                + SqlTable.from(database.dialect(), users) + " where 1 = 0";
        try {
            return database.ask(over -> {
                try (PreparedStatement statement = over.prepareStatement(question)) {
                    statement.executeQuery().close();
                    return false;
                } catch (SQLException failed) {
                    return true;
                }
            });
        } catch (SqlTroubleException away) {
            return false;
        }
    }
}
