package org.symbolon.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.store.background.BackgroundLoop;

/**
 * Asks the database all the time, on a connection of its own, whether it is there, so that requests need not find out by waiting.
 * It says once when it goes and once when it is back.
 */
public final class DatabaseWatch extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(3);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(100);

    /** Pauses and patience together keep whoever waits from waiting longer than two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final String PATIENCE_TO_CONNECT_SECONDS = "1";

    /** One answer that is late may be the fault of a busy machine, two are not. */
    private static final int FAILURES = 2;

    private final WatchedDataSource source;
    private Connection connection;
    private int failures;
    private volatile long awaySince;
    private final AtomicLong outages = new AtomicLong();
    private volatile Duration awayBefore = Duration.ZERO;

    public DatabaseWatch(WatchedDataSource source) {
        super("symbolon-database-watch", PATIENCE_TO_STOP);
        this.source = source;
    }

    @Override
    public synchronized void stop() {
        super.stop();
        source.forget();
    }

    /** Before and after all that use the database. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** How often it went away since the start. */
    public long outages() {
        return outages.get();
    }

    /** For how long it was away since the start, in all. */
    public Duration away() {
        return source.isAway() ? awayBefore.plusNanos(System.nanoTime() - awaySince) : awayBefore;
    }

    @Override
    protected Duration round() {
        look();
        return source.isAway() || failures > 0 ? PAUSE_WHILE_AWAY : PAUSE;
    }

    @Override
    protected void end() {
        close();
    }

    private void look() {
        try {
            ask();
            failures = 0;
            if (source.isAway()) {
                Duration away = Duration.ofNanos(System.nanoTime() - awaySince);
                awayBefore = awayBefore.plus(away);
                source.comeBack();
                LOG.warn("The database is back after {} s", away.toSeconds());
            }
        } catch (SQLException failure) {
            close();
            failures += isAnAnswer(failure) ? 0 : 1;
            if (failures >= FAILURES && !source.isAway()) {
                awaySince = System.nanoTime();
                outages.incrementAndGet();
                source.leave();
                LOG.error(
                        "The database is away (SQL state {}). Until it is back, whoever needs it is answered with 503",
                        failure.getSQLState());
            }
        } catch (RuntimeException fault) {
            close();
            LOG.error("The watch of the database failed, and goes on", fault);
        }
    }

    /** Whoever refuses the watch, for too many connections or a wrong password, is there. */
    private static boolean isAnAnswer(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("53") || state.startsWith("28"));
    }

    private void ask() throws SQLException {
        if (connection == null) {
            connection = connect();
            connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = source.driverProperties();
        properties.setProperty("connectTimeout", PATIENCE_TO_CONNECT_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_TO_CONNECT_SECONDS);
        properties.setProperty("ApplicationName", "symbolon watch");
        return DriverManager.getConnection(source.pool().getJdbcUrl(), properties);
    }

    private void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.debug("The connection of the watch was gone", gone);
            }
            connection = null;
        }
    }
}
