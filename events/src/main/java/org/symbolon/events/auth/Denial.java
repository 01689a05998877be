package org.symbolon.events.auth;

/**
 * Why an answer is refused although what has happened has happened.
 *
 * @param code eduMFA's, which says what kind of refusal it is
 */
public record Denial(int code, String message) {

    public static final int POLICY = 303;

    /** A policy forbids it. */
    public static Denial ofPolicy(String message) {
        return new Denial(POLICY, message);
    }
}
