package org.symbolon.connectors.sql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Makes connections for a pool, and remembers why the last one could not be made: the pool itself would try again in silence until
 * whoever waits gives up.
 */
final class SqlSource implements DataSource {

    /** A pool tries again after milliseconds; an account that its server locks after wrong passwords would soon be locked. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    private static final int SECONDS_AT_THE_END = 5;

    /**
     * Why a connection could not be made.
     *
     * @param tried when the server was asked for it
     * @param told when somebody was last told so
     */
    private record Failure(long tried, long told, SQLException failed, SqlTroubleException trouble) {

        Failure toldAgain() {
            return new Failure(tried, System.nanoTime(), failed, trouble);
        }
    }

    private final SqlConnectionSettings settings;
    private final SqlDrivers drivers;
    private final SqlFailures failures;
    private volatile Failure last;

    SqlSource(SqlConnectionSettings settings, SqlDrivers drivers) {
        this.settings = settings;
        this.drivers = drivers;
        this.failures = new SqlFailures(settings.address());
    }

    /** Why connections cannot be made, if one could not since then. */
    Optional<SqlTroubleException> troubleSince(long nanos) {
        Failure failure = last;
        return failure != null && failure.told() - nanos >= 0 ? Optional.of(failure.trouble()) : Optional.empty();
    }

    @Override
    public Connection getConnection() throws SQLException {
        long now = System.nanoTime();
        Failure before = last;
        if (before != null && now - before.tried() < PAUSE_NANOS) {
            last = before.toldAgain();
            throw before.failed();
        }
        try {
            return connected();
        } catch (SQLException failed) {
            last = new Failure(now, System.nanoTime(), failed, failures.of(failed));
            throw failed;
        }
    }

    /** Drivers stumble over what they did not expect to read. */
    private Connection connected() throws SQLException {
        SqlDialect dialect = settings.address().dialect();
        try {
            Connection connection = dialect.driver(drivers)
                    .connect(dialect.url(settings.address(), settings.options()), settings.properties());
            if (connection != null) {
                return connection;
            }
        } catch (RuntimeException nonsense) {
            throw new SQLException(SqlTrouble.AWAY.words(), nonsense);
        }
        throw new SQLException("its driver does not know what to do");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // Nothing is written.
    }

    /** What the driver is handed says it. */
    @Override
    public void setLoginTimeout(int seconds) {
        // The pool would say how long it waits itself, which is not how long a connection may take.
    }

    /** For so long a pool that is closed waits for a connection that is just being made. */
    @Override
    public int getLoginTimeout() {
        return SECONDS_AT_THE_END;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
