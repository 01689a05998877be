package org.symbolon.store.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What the tests of the embedded database share; the programs are unpacked only once for all of them. */
final class EmbeddedDatabases {
    static final Path BINARIES = Path.of("target", "postgres.binaries").toAbsolutePath();
    static final LockHolder HOLDER = LockHolder.server("test", 8080);

    private EmbeddedDatabases() {}

    static EmbeddedDatabase start(DataDirectory directory) {
        return EmbeddedDatabase.start(
                DataDirectoryLock.acquire(directory, HOLDER, Duration.ofSeconds(10)), BINARIES, RootRule.ALLOWED);
    }

    static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.username(), access.password());
    }

    static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
