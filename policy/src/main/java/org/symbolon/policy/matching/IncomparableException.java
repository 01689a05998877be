package org.symbolon.policy.matching;

/** A comparison cannot be made: the value is of another kind, or what it is compared with is malformed. */
public final class IncomparableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncomparableException() {
        super("The values cannot be compared", null, false, false);
    }
}
