package org.symbolon.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.store.background.BackgroundLoop;

/**
 * Who works on a database: servers and commands beside each other, or one alone that puts other keys or other data in the place of what
 * they know, on whatever machine they are. It is held by a lock of PostgreSQL's on a connection of its own, and ends with the process.
 */
@Component
public final class DatabaseUse extends BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUse.class);
    private static final long LOCK = 7_236_541_984L;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String UNFINISHED = "public.restore_unfinished";

    private static final String OTHERS =
            """
            select string_agg(distinct concat_ws(' at ', nullif(application_name, ''), host(client_addr)), ', ')
            from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and objsubid = 1 and pg_locks.database = (
                    select oid from pg_database where datname = current_database())
                and (classid::bigint << 32) + objid::bigint = %d and granted and pid <> pg_backend_pid()
            """
                    .formatted(LOCK);

    private final DataSource source;
    private final String node;
    private Connection connection;
    private boolean alone;

    public DatabaseUse(DataSource source, @Value("${symbolon.node}") String node) {
        super("symbolon-database-use", PATIENCE);
        this.source = source;
        this.node = node;
    }

    /**
     * Works on the database beside others, as long as this process lives; nothing more where it has the database alone.
     *
     * @throws DatabaseException if somebody has it alone
     */
    public synchronized void share() {
        if (connection != null) {
            return;
        }
        try {
            connection = shared();
        } catch (SQLException failure) {
            throw new DatabaseException("the database did not say who works on it: " + failure.getMessage(), failure);
        }
    }

    private Connection shared() throws SQLException {
        Connection fresh = open();
        try {
            if (!isTrue(fresh, "select pg_try_advisory_lock_shared(" + LOCK + ")")) {
                throw new DatabaseException(
                        "somebody works on this database alone just now (%s), to restore it or to change the master key: try again later"
                                .formatted(others(fresh)));
            }
            return fresh;
        } catch (SQLException | RuntimeException refused) {
            fresh.close();
            throw refused;
        }
    }

    /**
     * Has the database alone from now on, as long as this process lives.
     *
     * @throws DatabaseException if anybody else works on it; the message names them
     */
    public synchronized void takeAlone() {
        if (alone) {
            return;
        }
        try {
            close();
            Connection fresh = open();
            if (!isTrue(fresh, "select pg_try_advisory_lock(" + LOCK + ")")) {
                String others = others(fresh);
                fresh.close();
                throw new DatabaseException(
                        "servers or commands work on this database (%s): stop them first, on every node"
                                .formatted(others));
            }
            connection = fresh;
            alone = true;
        } catch (SQLException failure) {
            throw new DatabaseException("the database did not say who works on it: " + failure.getMessage(), failure);
        }
    }

    /** Whether events were restored of which no read models were made yet. */
    public synchronized boolean isUnfinished() {
        try {
            if (connection != null) {
                return isUnfinished(connection);
            }
            try (Connection fresh = open()) {
                return isUnfinished(fresh);
            }
        } catch (SQLException failure) {
            throw new DatabaseException("the database did not say what was restored: " + failure.getMessage(), failure);
        }
    }

    /**
     * For servers, which answer out of read models.
     *
     * @throws DatabaseException if a restore was not finished
     */
    public void requireFinished() {
        if (isUnfinished()) {
            throw new DatabaseException(
                    "a restore into this database was not finished, and its read models are not made:"
                            + " give the command `symbolon backup restore` once more, or `symbolon projections rebuild`");
        }
    }

    /** The statement that notes that events were restored of which no read models were made yet. */
    public static String unfinished() {
        return "create table if not exists " + UNFINISHED + " (since timestamptz not null default now())";
    }

    /** The statement that notes that they were made. */
    public static String finished() {
        return "drop table if exists " + UNFINISHED;
    }

    private static boolean isUnfinished(Connection connection) throws SQLException {
        return isTrue(connection, "select to_regclass('" + UNFINISHED + "') is not null");
    }

    private Connection open() throws SQLException {
        Connection fresh =
                source.unwrap(WatchedDataSource.class).apart(PATIENCE).getConnection();
        fresh.setAutoCommit(true);
        try (PreparedStatement statement = fresh.prepareStatement("select set_config('application_name', ?, false)")) {
            statement.setString(1, "symbolon " + node);
            statement.execute();
        }
        return fresh;
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String others(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OTHERS)) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "which have just ended";
        }
    }

    /** A connection that broke is made anew, so that nobody takes a database alone that a server works on. */
    @Override
    protected synchronized Duration round() {
        try {
            if (connection != null && !alone && !connection.isValid((int) PATIENCE.toSeconds())) {
                Connection fresh = shared();
                connection.close();
                connection = fresh;
            }
        } catch (SQLException | RuntimeException away) {
            LOG.debug("The database does not know of this server at the moment: {}", away.getMessage());
        }
        return PAUSE;
    }

    /** It is held until all who work on the database have ended. */
    @Override
    protected void end() {}

    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
