package org.symbolon.command.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.port.Inquiries;

/**
 * What is asked outside for one log-in, mostly since the types of its tokens want it, while nothing is held that others wait for. The same is asked once,
 * however often the log-in is decided.
 */
final class Outside {

    private final KnownTokens known;
    private final Inquiries inquiries;
    private final Map<Inquiry<?>, Object> answers = new HashMap<>();

    Outside(KnownTokens known, Inquiries inquiries) {
        this.known = known;
        this.inquiries = inquiries;
    }

    /** The token as it is; empty if it is of that type no more. */
    Optional<KnownToken> look(TokenType type, String serial, String transactionId) {
        return known.find(serial, transactionId).filter(token -> token.type().equals(type.name()));
    }

    /** The trial of a token with what its type wants to know of the answer that was typed; nobody is asked about a wrong PIN. */
    Trial asked(Trial trial, TokenType type, KnownToken token, boolean answers) {
        Optional<Credential> credential = answers
                ? token.challenge().filter(Outside::isOfType).map(trial.credential()::answering)
                : Optional.of(trial.credential())
                        .filter(value -> trial.longEnough() && trial.pinMatches() && !trial.asks());
        Gathered gathered = credential
                .flatMap(given -> wanted(type, token, given))
                .map(this::gathered)
                .orElse(Gathered.NOTHING);
        return trial.of(type.pinUse(token.token()), gathered);
    }

    /** A token that is gone meanwhile wants nothing: who decides finds that out. */
    private static Optional<Inquiry<?>> wanted(TokenType type, KnownToken token, Credential credential) {
        try {
            return type.gather(token.token(), credential);
        } catch (SecretErasedException gone) {
            return Optional.empty();
        }
    }

    private static boolean isOfType(OpenChallenge challenge) {
        return !challenge.challenge().equals(OwnQuestions.PIN_RESET);
    }

    private <A> Gathered gathered(Inquiry<A> inquiry) {
        return Gathered.of(inquiry, answer(inquiry));
    }

    <A> A answer(Inquiry<A> inquiry) {
        return inquiry.answer().cast(answers.computeIfAbsent(inquiry, asked -> inquiries.answer(inquiry)));
    }
}
