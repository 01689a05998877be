package org.symbolon.store.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Proves that a missing index will never appear. An index is drawn after its writer's transaction id, so once an event can
 * be seen, whoever may still fill a hole before it has a transaction id already, and a lower one than any drawn from then
 * on: when all with a lower one have ended, no index up to that event's is still to come. The id has to be drawn, for a
 * snapshot's upper bound knows only transactions that have ended. The proof is kept in memory only: a restored database
 * begins anew. It never reaches beyond what was committed, for a database that crashes may give out once more what it had
 * given to transactions that came to nothing.
 */
final class Holes {

    private static final String LAST_INDEX = "select coalesce(max(global_index), 0) from domain_event";

    private record Candidate(long lastIndex, long laterTransaction) {}

    private volatile long provenUpTo;
    private Candidate candidate;

    /**
     * All writers of an index up to this one had ended when this was called. Take it before a select and use it on that
     * select's rows, never on those of an earlier one: a row may have come in between.
     */
    long provenUpTo() {
        return provenUpTo;
    }

    /** Tries to prove that the hole is dead; a proof counts from the next select on. */
    synchronized void prove(Connection connection, long hole) throws SQLException {
        if (hole <= provenUpTo) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (candidate == null || candidate.lastIndex < hole) {
                long last = number(statement, LAST_INDEX);
                long later = number(statement, "select pg_current_xact_id()::text::bigint");
                candidate = new Candidate(last, later);
            }
            long oldest = number(statement, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
            if (oldest >= candidate.laterTransaction) {
                provenUpTo = Math.max(provenUpTo, candidate.lastIndex);
                candidate = null;
            }
        }
    }

    /** Proves all holes there are, for one who keeps every writer out by a lock on the events. */
    synchronized void proveAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            provenUpTo = Math.max(provenUpTo, number(statement, LAST_INDEX));
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
