package org.symbolon.command.auth;

/** The evidence was gathered from a state that is no longer the token's: gather it again and decide again. */
public class StaleEvidenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleEvidenceException(String serial) {
        super("The token " + serial + " has changed meanwhile");
    }

    /** An order to try again, not a fault: it needs no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
