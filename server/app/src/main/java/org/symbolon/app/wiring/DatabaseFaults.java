package org.symbolon.app.wiring;

import java.sql.SQLException;
import java.util.OptionalLong;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.servlet.StoreFaults;
import org.symbolon.store.database.Outage;
import org.symbolon.store.database.SqlState;
import org.symbolon.store.eventstore.ForgedEventException;
import org.symbolon.store.eventstore.UnreadableEventException;

/** Tells the edge what the database's failures mean. */
@Component
final class DatabaseFaults implements StoreFaults {

    private static final int MOST_CAUSES = 10;

    @Override
    public boolean isBehind(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof DataAccessException || cause instanceof SQLException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    @Override
    public boolean isAway(Throwable fault) {
        return Outage.isBehind(fault);
    }

    @Override
    public boolean isKnownToBeAway(Throwable fault) {
        return Outage.isKnown(fault);
    }

    /** The database ends a deadlock at the cost of one of those in it: a rebuild moves tables that requests read. */
    @Override
    public boolean isPassing(Throwable fault) {
        return SqlState.DEADLOCK_DETECTED.isBehind(fault);
    }

    @Override
    public OptionalLong unreadableEvent(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof UnreadableEventException unreadable) {
                return OptionalLong.of(unreadable.index());
            }
            cause = cause.getCause();
        }
        return OptionalLong.empty();
    }

    @Override
    public String wordFor(Throwable cause) {
        if (cause instanceof UnreadableEventException unreadable) {
            return unreadable.getMessage();
        }
        if (cause instanceof ForgedEventException forged) {
            return forged.getMessage();
        }
        return cause instanceof SQLException failure ? "SQL state " + failure.getSQLState() : "";
    }
}
