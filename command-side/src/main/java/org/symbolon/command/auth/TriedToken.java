package org.symbolon.command.auth;

import java.util.Comparator;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;

/**
 * A token and what the attempt was for it.
 *
 * @param match how much of what was typed was right
 * @param typed what it is to be proven with
 * @param judgement what the type found the OTP value to be, null unless the PIN was right
 */
record TriedToken(Aggregate<Token> aggregate, Token token, Match match, Credential typed, Judgement judgement) {

    /** The order in which tokens come: by the first letter of their types, but some types come last. */
    static Comparator<Token> order(TokenTypes types) {
        return Comparator.<Token, Boolean>comparing(token -> types.find(token.type())
                        .filter(type -> type.has(Trait.ASKED_LAST))
                        .isPresent())
                .thenComparing(token -> token.type().charAt(0));
    }

    /** What an attempt can be for a token, in the order in which it decides. */
    enum Match {
        /** PIN and value are right. */
        VALID,
        /** The PIN is right, and somebody is to be waited for who is asked by another way. */
        AWAITED,
        /** The token has a challenge of the transaction that is answered. */
        ANSWER,
        /** The PIN alone was typed, and a challenge is wanted. */
        REQUEST,
        /** The PIN is right. */
        PIN,
        NOTHING
    }

    TriedToken matching(Match other) {
        return new TriedToken(aggregate, token, other, typed, judgement);
    }

    boolean replayed() {
        return judgement instanceof Judgement.Wrong wrong && wrong.replayed();
    }
}
