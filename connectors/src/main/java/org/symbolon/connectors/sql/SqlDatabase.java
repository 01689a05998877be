package org.symbolon.connectors.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.ServerHealth;
import org.symbolon.connectors.network.Watchdog;

/**
 * A database, with the connections that are kept to it and a health. No question takes longer than its time, whatever the server does.
 * What is changed goes over connections of its own, since those for questions can only read.
 */
final class SqlDatabase implements AutoCloseable {

    private static final int CONNECTIONS_FOR_CHANGES = 2;

    private final SqlConnectionSettings settings;
    private final SqlNetwork network;
    private final SqlAddress server;
    private final SqlFailures failures;
    private final ServerHealth health;
    private final SqlPool questions;
    private SqlPool changes;
    private volatile boolean closed;

    SqlDatabase(SqlConnectionSettings settings, SqlNetwork network) {
        this.settings = settings;
        this.network = network;
        this.server = settings.address();
        this.failures = new SqlFailures(server);
        this.questions = new SqlPool(settings, network.drivers(), settings.connections(), true);
        this.health =
                new ServerHealth(server.toString(), settings.longestPause(), network.probes(), this::connectAgain);
    }

    private void connectAgain() throws SqlTroubleException, SQLException {
        questions.borrow(Deadline.in(settings.timeout())).close();
    }

    SqlDialect dialect() {
        return server.dialect();
    }

    /** The answer; a question that a connection broke under is asked once more. */
    <T> T ask(SqlQuestion<T> question) throws SqlTroubleException {
        Deadline deadline = Deadline.in(settings.timeout());
        try {
            return ask(questions, question, deadline);
        } catch (SqlTroubleException broken) {
            if (!broken.trouble().isOfTheNetwork() || deadline.isOver() || !health.mayBeAsked()) {
                throw broken;
            }
            questions.forgetIdle();
            return ask(questions, question, deadline);
        }
    }

    /** Changes something, all of it or nothing. */
    <T> T change(SqlQuestion<T> change) throws SqlTroubleException {
        return ask(
                forChanges(),
                connection -> {
                    T changed = change.ask(connection);
                    connection.commit();
                    return changed;
                },
                Deadline.in(settings.timeout()));
    }

    private synchronized SqlPool forChanges() throws SqlTroubleException {
        if (closed) {
            throw new SqlTroubleException(server, SqlTrouble.OTHER, "is not asked any more");
        }
        if (changes == null) {
            changes = new SqlPool(settings, network.drivers(), CONNECTIONS_FOR_CHANGES, false);
        }
        return changes;
    }

    private <T> T ask(SqlPool pool, SqlQuestion<T> question, Deadline deadline) throws SqlTroubleException {
        if (!health.mayBeAsked()) {
            throw new SqlTroubleException(health.lastTrouble());
        }
        try (Connection connection = borrowed(pool, deadline)) {
            return ask(connection, question, deadline);
        } catch (SQLException unusable) {
            throw failures.of(unusable);
        }
    }

    private Connection borrowed(SqlPool pool, Deadline deadline) throws SqlTroubleException {
        try {
            return pool.borrow(deadline);
        } catch (SqlTroubleException none) {
            if (none.trouble().isOfTheServer() && !closed) {
                health.isAway(none.getMessage());
            }
            throw none;
        }
    }

    private <T> T ask(Connection connection, SqlQuestion<T> question, Deadline deadline) throws SqlTroubleException {
        long begin = System.nanoTime();
        Watchdog.Watch watch = network.watchdog().over(() -> cut(connection), deadline);
        try {
            connection.setNetworkTimeout(Runnable::run, deadline.millisLeft());
            T answer = question.ask(connection);
            health.answered(begin);
            return answer;
        } catch (SQLException failed) {
            throw told(failed, deadline, begin);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | ClassCastException nonsense) {
            cutNow(connection);
            throw told(new SQLException(nonsense), deadline, begin);
        } finally {
            watch.close();
        }
    }

    private SqlTroubleException told(SQLException failed, Deadline deadline, long begin) {
        if (deadline.isOver()) {
            SqlTroubleException late = new SqlTroubleException(server, SqlTrouble.LATE);
            health.wasTooSlow(begin, late);
            return late;
        }
        SqlTroubleException trouble = failures.of(failed);
        if (!trouble.trouble().isOfTheServer()) {
            health.answered(begin);
        }
        return trouble;
    }

    /** In a thread of its own, lest one socket that does not close keep others waiting. */
    private void cut(Connection connection) throws IOException {
        Thread cutting = new Thread(() -> cutNow(connection), "sql-cut");
        cutting.setDaemon(true);
        cutting.start();
    }

    private void cutNow(Connection connection) {
        try {
            dialect().cut(connection);
        } catch (SQLException gone) {
            // Whoever waits for it is told the same by his own call.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        health.close();
        questions.close();
        if (changes != null) {
            changes.close();
        }
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
