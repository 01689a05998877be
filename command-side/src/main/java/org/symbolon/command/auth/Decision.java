package org.symbolon.command.auth;

/**
 * What came of a log-in.
 *
 * @param message the text that clients are shown
 * @param serial the one token that decided, null when it was none or several
 * @param type that token's type, or the common type of several; null when none decided
 * @param otpLength that token's OTP length, null when it was none or several
 */
public record Decision(boolean accepted, String message, String serial, String type, Integer otpLength) {

    static Decision about(boolean accepted, String message, TriedToken tried) {
        return new Decision(
                accepted,
                message,
                tried.token().serial(),
                tried.token().type(),
                tried.token().otpLength());
    }

    static Decision without(String message) {
        return new Decision(false, message, null, null, null);
    }
}
