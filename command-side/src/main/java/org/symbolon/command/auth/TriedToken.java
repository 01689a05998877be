package org.symbolon.command.auth;

import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Verification;

/**
 * A token and what the attempt was for it.
 *
 * @param match how much of what was typed was right
 * @param verification what the type found the OTP value to be, null unless the PIN was right
 */
record TriedToken(Aggregate<Token> aggregate, Token token, Match match, Verification verification) {

    /** How much of what was typed was right, best first. */
    enum Match {
        VALID,
        PIN,
        NOTHING
    }

    boolean replayed() {
        return verification instanceof Verification.Wrong wrong && wrong.replayed();
    }
}
