package org.symbolon.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Hands out connections while the database is there, and refuses at once while it is known to be away. */
public final class WatchedDataSource extends DelegatingDataSource {

    private static final String FACTORY = "socketFactory";
    private static final String GROUP = "socketFactoryArg";
    private static final String NO_LIMITS =
            "-c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0";

    private final HikariDataSource pool;
    private final StatementWatch statements;
    private final String group;
    private int idle;
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    private WatchedDataSource(DataSource source, HikariDataSource pool, StatementWatch statements) {
        super(source);
        this.pool = pool;
        this.statements = statements;
        this.group = pool.getDataSourceProperties().getProperty(GROUP, "");
    }

    /** To be called before the pool has made a connection: it sees to it that they can be ended. */
    public static void prepare(HikariDataSource pool) {
        pool.addDataSourceProperty(FACTORY, TrackedSockets.class.getName());
        pool.addDataSourceProperty(GROUP, UUID.randomUUID().toString());
    }

    /** Around a pool that was prepared, and whatever was laid around it. */
    public static WatchedDataSource of(DataSource source, StatementWatch statements) {
        try {
            return new WatchedDataSource(source, source.unwrap(HikariDataSource.class), statements);
        } catch (SQLException none) {
            throw new IllegalArgumentException("There is no pool in " + source, none);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Waiter waiter = new Waiter();
        waiting.add(waiter);
        try {
            if (away) {
                throw new DatabaseAwayException();
            }
            return statements.over(super.getConnection());
        } catch (SQLException failure) {
            throw away ? new DatabaseAwayException() : failure;
        } finally {
            waiting.remove(waiter);
            waiter.leave();
        }
    }

    /** Somebody who waits for a connection. */
    private static final class Waiter {

        private final Thread thread = Thread.currentThread();
        private boolean left;
        private boolean sentAway;

        private synchronized void sendAway() {
            if (!left) {
                sentAway = true;
                thread.interrupt();
            }
        }

        private synchronized void leave() {
            left = true;
            if (sentAway) {
                Thread.interrupted();
            }
        }
    }

    /** What is known of the statements over its connections. */
    public StatementWatch statements() {
        return statements;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** The way into the same database without a pool, for what may take as long as it takes. */
    public DataSource unhurried() {
        Properties properties = driverProperties();
        properties.remove("socketTimeout");
        properties.setProperty("options", NO_LIMITS);
        return new SimpleDriverDataSource(new Driver(), pool.getJdbcUrl(), properties);
    }

    /** The way into the same database without a pool, for what is done in a moment: whoever waits longer for an answer is told. */
    DataSource apart(Duration patience) {
        Properties properties = driverProperties();
        properties.setProperty("connectTimeout", Long.toString(patience.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(patience.toSeconds()));
        return new SimpleDriverDataSource(new Driver(), pool.getJdbcUrl(), properties);
    }

    /** Who connects as the pool does, and its own settings of the driver without those that are made here. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.remove(FACTORY);
        properties.remove(GROUP);
        Optional.ofNullable(pool.getUsername()).ifPresent(name -> properties.setProperty("user", name));
        Optional.ofNullable(pool.getPassword()).ifPresent(word -> properties.setProperty("password", word));
        return properties;
    }

    /** Whether it is known to be away. */
    public boolean isAway() {
        return away;
    }

    /**
     * From now on nobody waits for the database, and who waits already is told. The pool makes no connections meanwhile: between
     * its tries it would sleep for seconds, also when the database is back.
     */
    void leave() {
        away = true;
        idle = pool.getMinimumIdle();
        pool.setMinimumIdle(0);
        TrackedSockets.closeAll(group);
        waiting.forEach(Waiter::sendAway);
    }

    void comeBack() {
        pool.setMinimumIdle(idle);
        away = false;
    }

    void forget() {
        TrackedSockets.forget(group);
    }
}
