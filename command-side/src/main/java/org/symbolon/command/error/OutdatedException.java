package org.symbolon.command.error;

/** What a command was prepared from is so no more: prepare it again and decide again. */
public class OutdatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutdatedException(String message) {
        super(message);
    }

    /** An order to try again, not a fault: it needs no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
