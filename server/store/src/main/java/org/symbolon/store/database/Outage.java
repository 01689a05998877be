package org.symbolon.store.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.transaction.TransactionSystemException;

/** Recognises a failure that only means that the database could not be asked. */
public final class Outage {

    private static final int MOST_CAUSES = 10;
    private static final String CONNECTION_FAILED = "08";
    private static final String SERVER_GONE = "57P0";

    private Outage() {}

    /** Whether the database is away, or so busy that there was no way to ask it: the same may go well later. */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException failed && isOfAConnection(failed.getSQLState()))) {
                return true;
            }
            cause = next(cause);
        }
        return false;
    }

    /** Where even the rollback failed, what came first tells more. */
    private static Throwable next(Throwable failure) {
        return failure instanceof TransactionSystemException ended && ended.getApplicationException() != null
                ? ended.getApplicationException()
                : failure.getCause();
    }

    /** The connection failed, or the server is going down, has gone, or is not up yet (PostgreSQL, appendix A). */
    private static boolean isOfAConnection(String state) {
        return state != null && (state.startsWith(CONNECTION_FAILED) || state.startsWith(SERVER_GONE));
    }
}
