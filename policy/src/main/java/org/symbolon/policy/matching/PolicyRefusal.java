package org.symbolon.policy.matching;

/**
 * What policies forbid, or what nobody can tell because of how they are written. The message is for whoever asked. It has no
 * stack trace: it is an answer, not a fault.
 */
public final class PolicyRefusal extends RuntimeException {

    /** The number that it has on the wire. */
    public static final int CODE = 303;

    public PolicyRefusal(String message) {
        super(message, null, false, false);
    }
}
