package org.symbolon.store.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.transaction.TransactionSystemException;

/** Recognises a failure that only means that the database could not be asked. */
public final class Outage {

    private static final int MOST_CAUSES = 10;
    private static final Set<String> CONNECTION_LOST = Set.of("08000", "08001", "08003", "08004", "08006");
    private static final String SERVER_GONE = "57P0";

    private Outage() {}

    /** Whether the database is away, or so busy that there was no way to ask it: the same may go well later. */
    public static boolean isBehind(Throwable failure) {
        return isAmongCauses(
                failure, cause -> cause instanceof SQLTransientConnectionException || isLostConnection(cause));
    }

    /** Whether it is away, which the watch sees as well: nobody else needs to say so. */
    public static boolean isKnown(Throwable failure) {
        return isAmongCauses(failure, cause -> cause instanceof DatabaseAwayException || isLostConnection(cause));
    }

    private static boolean isAmongCauses(Throwable failure, Predicate<Throwable> wanted) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (wanted.test(cause)) {
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
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof SQLException failed
                && failed.getSQLState() != null
                && (CONNECTION_LOST.contains(failed.getSQLState())
                        || failed.getSQLState().startsWith(SERVER_GONE));
    }
}
