package org.symbolon.policy.asking;

/** Policies are asked about a user whom nobody knows, where it matters who he is. */
public final class UnknownUserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An answer, not a fault: it needs no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
