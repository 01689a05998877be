package org.symbolon.command.auth;

import java.util.Comparator;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Verification;

/**
 * A token and what the attempt was for it.
 *
 * @param match how much of what was typed was right
 * @param typed the OTP value
 * @param verification what the type found the OTP value to be, null unless the PIN was right
 */
record TriedToken(Aggregate<Token> aggregate, Token token, Match match, Secret typed, Verification verification) {

    /** The order in which tokens come: by the first letter of their types, push tokens last. */
    static final Comparator<Token> ORDER = Comparator.<Token, Boolean>comparing(
                    token -> token.type().contains("push"))
            .thenComparing(token -> token.type().charAt(0));

    /** What an attempt can be for a token, in the order in which it decides. */
    enum Match {
        /** PIN and value are right. */
        VALID,
        /** The token has a challenge of the transaction that is answered. */
        ANSWER,
        /** The PIN alone was typed, and a challenge is wanted. */
        REQUEST,
        /** The PIN is right. */
        PIN,
        NOTHING
    }

    TriedToken matching(Match other) {
        return new TriedToken(aggregate, token, other, typed, verification);
    }

    boolean replayed() {
        return verification instanceof Verification.Wrong wrong && wrong.replayed();
    }
}
