package org.symbolon.command.error;

import java.time.Duration;

/**
 * A decision against a command. The code is eduMFA's: it says on the wire what kind of refusal it is, and which HTTP
 * status goes with it.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** No code of eduMFA's: it is answered with HTTP 429. */
    public static final int TOO_MANY = 429;

    private final int code;

    private Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    public static Refusal of(int code, String message) {
        return new Refusal(code, message);
    }

    /** A parameter is missing or not as it should be. */
    public static Refusal parameter(String message) {
        return new Refusal(905, message);
    }

    public static Refusal missing(String parameter) {
        return parameter("Missing parameter: '" + parameter + "'");
    }

    /** There is no such user, or nothing to find him with. */
    public static Refusal user(String message) {
        return new Refusal(904, message);
    }

    /** Something about a token does not allow what was asked. */
    public static Refusal tokenAdmin(String message) {
        return new Refusal(301, message);
    }

    /** Something about the configuration does not allow what was asked. */
    public static Refusal configAdmin(String message) {
        return new Refusal(302, message);
    }

    public static Refusal notFound(String message) {
        return new Refusal(601, message);
    }

    public static Refusal tokenNotFound() {
        return notFound("The requested token could not be found.");
    }

    public static Refusal tokenLocked() {
        return new Refusal(1007, "This action is not possible, since the token is locked");
    }

    /** Others are first; the same may go well later. */
    public static Refusal tooMany() {
        return new Refusal(TOO_MANY, "Too many attempts. Try again later.");
    }

    /** Who has failed too often has to pause. It is the same for whom there is and whom there is not. */
    public static Refusal tooManyFailures(Duration pause) {
        return new Refusal(TOO_MANY, "Too many failed attempts. Try again in " + (pause.toSeconds() + 1) + " seconds.");
    }

    public int code() {
        return code;
    }

    /** A refusal is an answer, not a fault: it needs no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
