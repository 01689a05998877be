package org.symbolon.connectors.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.connectors.network.Deadline;

/** The connections that are kept to a database. None is made before somebody needs it. */
final class SqlPool implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The least that the pool takes: so soon after it could not be made, whoever waits for a connection knows why. */
    private static final long SLICE_MILLIS = 250;

    private static final long VALIDATION_MILLIS = 1_000;
    private static final long REST_MILLIS = 60_000;

    private final SqlAddress server;
    private final SqlSource source;
    private final HikariDataSource pool;

    /**
     * @param readOnly whether nothing can be written over these connections; over others, nothing is before it is committed
     */
    SqlPool(SqlConnectionSettings settings, SqlDrivers drivers, int connections, boolean readOnly) {
        this.server = settings.address();
        this.source = new SqlSource(settings, drivers);
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("sql-" + NUMBER.incrementAndGet());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(SLICE_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setIdleTimeout(REST_MILLIS);
        config.setKeepaliveTime(0);
        config.setMaxLifetime(settings.longestLife().toMillis());
        config.setAutoCommit(readOnly);
        String preparation = server.dialect().readOnly();
        if (readOnly && !preparation.isEmpty()) {
            config.setConnectionInitSql(preparation);
        }
        this.pool = new HikariDataSource(config);
    }

    /** A connection of its own, by the deadline. */
    Connection borrow(Deadline deadline) throws SqlTroubleException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLException none) {
                requireHope(begin, deadline);
            }
        }
    }

    private void requireHope(long begin, Deadline deadline) throws SqlTroubleException {
        Optional<SqlTroubleException> trouble = source.troubleSince(begin);
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        if (pool.isClosed()) {
            throw new SqlTroubleException(server, SqlTrouble.OTHER, "is not asked any more");
        }
        if (deadline.isOver()) {
            throw new SqlTroubleException(server, isFull() ? SqlTrouble.BUSY : SqlTrouble.LATE);
        }
    }

    private boolean isFull() {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        return bean != null && bean.getActiveConnections() >= pool.getMaximumPoolSize();
    }

    /** Keeps none of those that nobody uses now: the others are of no use either. */
    void forgetIdle() {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        if (bean != null) {
            bean.softEvictConnections();
        }
    }

    /** Waits for nobody: a pool takes its time, above all where the server is away. */
    @Override
    public void close() {
        Thread closing = new Thread(pool::close, "sql-close");
        closing.setDaemon(true);
        closing.start();
    }
}
