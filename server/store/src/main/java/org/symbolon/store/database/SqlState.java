package org.symbolon.store.database;

import java.sql.SQLException;

/** Recognises what PostgreSQL says about a failure wherever it hides in the causes: a batch carries it in its next exception. */
public enum SqlState {
    UNIQUE_VIOLATION("23505"),
    /** The transaction was given up so that others could go on; nothing of it has happened. */
    DEADLOCK_DETECTED("40P01");

    private final String code;

    SqlState(String code) {
        this.code = code;
    }

    public boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed && isAmong(failed)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAmong(SQLException failure) {
        for (SQLException next = failure; next != null; next = next.getNextException()) {
            if (code.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
