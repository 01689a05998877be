package org.symbolon.store.database;

import java.sql.SQLTransientConnectionException;

/** The database is known to be away, so that nobody waits for it. */
public final class DatabaseAwayException extends SQLTransientConnectionException {

    private static final long serialVersionUID = 1L;

    /** SQL state: the connection could not be established. */
    private static final String STATE = "08001";

    DatabaseAwayException() {
        super("The database is away", STATE);
    }

    /** One for each request of an outage: nobody needs to know from where. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
