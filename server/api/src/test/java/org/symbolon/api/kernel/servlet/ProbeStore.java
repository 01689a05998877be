package org.symbolon.api.kernel.servlet;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Iterator;
import java.util.OptionalLong;
import org.springframework.dao.DataAccessException;

/** What keeps the data of the probe's requests: it fails as the probe says. */
final class ProbeStore implements StoreFaults {

    @Override
    public boolean isBehind(Throwable fault) {
        return fault.getCause() instanceof DataAccessException || fault.getCause() instanceof SQLException;
    }

    @Override
    public boolean isAway(Throwable fault) {
        return fault.getCause() instanceof SQLTransientConnectionException;
    }

    @Override
    public boolean isKnownToBeAway(Throwable fault) {
        return false;
    }

    @Override
    public boolean isPassing(Throwable fault) {
        if (!(fault.getCause() instanceof SQLException batch)) {
            return false;
        }
        for (Iterator<Throwable> failures = batch.iterator(); failures.hasNext(); ) {
            if (failures.next() instanceof SQLException failure && "40P01".equals(failure.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public OptionalLong unreadableEvent(Throwable fault) {
        return OptionalLong.empty();
    }

    @Override
    public String wordFor(Throwable cause) {
        return "";
    }
}
