package org.symbolon.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands out connections while the database is there, and refuses at once while it is known to be away. */
public final class WatchedDataSource extends DelegatingDataSource {

    private static final String GROUP = "socketFactoryArg";

    private final HikariDataSource pool;
    private final String group;
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    private WatchedDataSource(HikariDataSource pool, String group) {
        super(pool);
        this.pool = pool;
        this.group = group;
    }

    /** To be called before the pool has made a connection: it sees to it that they can be ended. */
    public static void prepare(HikariDataSource pool) {
        pool.addDataSourceProperty("socketFactory", TrackedSockets.class.getName());
        pool.addDataSourceProperty(GROUP, UUID.randomUUID().toString());
    }

    /** Around a pool that was prepared. */
    public static WatchedDataSource of(HikariDataSource pool) {
        return new WatchedDataSource(pool, pool.getDataSourceProperties().getProperty(GROUP));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Waiter waiter = new Waiter();
        waiting.add(waiter);
        try {
            if (away) {
                throw new DatabaseAwayException();
            }
            return pool.getConnection();
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

    HikariDataSource pool() {
        return pool;
    }

    /** Whether it is known to be away. */
    public boolean isAway() {
        return away;
    }

    /** From now on nobody waits for the database, and who waits already is told. */
    void leave() {
        away = true;
        TrackedSockets.closeAll(group);
        waiting.forEach(Waiter::sendAway);
    }

    void comeBack() {
        away = false;
    }

    void forget() {
        TrackedSockets.forget(group);
    }
}
