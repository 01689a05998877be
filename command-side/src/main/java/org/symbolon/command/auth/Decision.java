package org.symbolon.command.auth;

import java.time.Instant;

/**
 * What came of a log-in.
 *
 * @param message the text that clients are shown
 * @param serial the one token that decided, null when it was none or several
 * @param type that token's type, or the common type of several; null when none decided
 * @param otpLength that token's OTP length, null when it was none or several
 * @param dates by when something of that token is to be changed
 * @param asked which tokens are to answer a challenge first, null when none was asked for
 * @param owed the token that somebody who is right has to enrol before he is let in, null for none
 */
public record Decision(
        boolean accepted,
        String message,
        String serial,
        String type,
        Integer otpLength,
        ChangeDates dates,
        Asked asked,
        OwedToken owed) {

    Decision(
            boolean accepted,
            String message,
            String serial,
            String type,
            Integer otpLength,
            ChangeDates dates,
            Asked asked) {
        this(accepted, message, serial, type, otpLength, dates, asked, null);
    }

    static final String NO_TOKENS = "The user has no tokens assigned";

    Decision(boolean accepted, String message, String serial, String type, Integer otpLength) {
        this(accepted, message, serial, type, otpLength, ChangeDates.NONE, null);
    }

    static Decision about(boolean accepted, String message, TriedToken tried) {
        return new Decision(
                accepted,
                message,
                tried.token().serial(),
                tried.token().type(),
                tried.token().otpLength());
    }

    static Decision about(boolean accepted, String message, TriedToken tried, Instant now) {
        Decision decision = about(accepted, message, tried);
        return new Decision(
                accepted,
                message,
                decision.serial,
                decision.type,
                decision.otpLength,
                ChangeDates.of(tried.token(), now),
                null);
    }

    /** There is no token to try. */
    static Decision withoutTokens() {
        return without(NO_TOKENS);
    }

    /** Somebody is let in for another reason than a token. */
    public static Decision accepting(String message) {
        return new Decision(true, message, null, null, null);
    }

    /** The same about somebody who has to enrol a token first; null for nothing to enrol. */
    public Decision owing(OwedToken token) {
        return new Decision(accepted, message, serial, type, otpLength, dates, asked, token);
    }

    /** The same about a token that was right, but for some reason lets nobody in. */
    public Decision refused(String reason) {
        return new Decision(false, reason, serial, type, otpLength, dates, null);
    }

    static Decision without(String message) {
        return new Decision(false, message, null, null, null);
    }

    /** Neither accepted nor refused: somebody has to answer first, if any token could be asked. */
    static Decision asking(Asked asked) {
        return new Decision(false, String.join(", ", asked.messages()), null, null, null, ChangeDates.NONE, asked);
    }
}
