package org.symbolon.command.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.StaleEvidenceException;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Enrolment;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.SeedParts;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Verification;

/** What an enrolment in more than one step is about: the client's part of the seed, and the first value. */
final class EnrolmentSteps {

    private final SecretVault vault;
    private final SystemSettings settings;
    private final Clock clock;

    EnrolmentSteps(SecretVault vault, SystemSettings settings, Clock clock) {
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The request, which is the second step if the token waits for its client's part of the seed.
     *
     * @param made the seed that was made beforehand, null if none was
     * @throws Refusal 905 if it is a first one once more
     * @throws StaleEvidenceException if the seed is to be made of something else
     */
    EnrolmentRequest joined(Aggregate<Token> token, TokenType type, EnrolmentRequest request, SeedParts.Made made) {
        if (!Enrolment.WAITING.equals(token.invoke(Token::rolloutState)) || request.flag("rollover")) {
            return request;
        }
        if (request.flag("2stepinit")) {
            throw Refusal.parameter("2stepinit is only to be used in the first initialization step.");
        }
        Secret serverPart = vault.unseal(token.invoke(Token::seed));
        TokenView view = token.invoke(Token::view);
        Optional<SeedParts> parts = type.seedParts(request, view, serverPart);
        if (parts.isEmpty()) {
            return request;
        }
        if (made == null || !made.parts().equals(parts.get())) {
            throw new StaleEvidenceException(request.serial());
        }
        return type.joined(request, view, made.seed());
    }

    /** The enrolment of a token that is not good yet if it has to show a value first. */
    static Enrolment unverified(Enrolment enrolment, TokenType type) {
        if (!type.canBeVerified() || !enrolment.rolloutState().isEmpty()) {
            return enrolment;
        }
        List<Disclosure> disclosures = new ArrayList<>(enrolment.disclosures());
        disclosures.removeIf(Disclosure.RolloutState.class::isInstance);
        disclosures.add(new Disclosure.RolloutState(TokenState.UNVERIFIED));
        disclosures.add(new Disclosure.VerificationPrompt("Please enter a valid OTP value of the new token."));
        return new Enrolment(
                enrolment.seed(),
                enrolment.otpLength(),
                enrolment.info(),
                List.copyOf(disclosures),
                TokenState.UNVERIFIED);
    }

    /**
     * Judges the value of a token that has to show one; empty if it has not, or none is shown.
     *
     * @throws Refusal 905 if the value is wrong
     */
    Optional<Enrolled> verified(Aggregate<Token> token, TokenType type, EnrolmentRequest request) {
        String value = request.text("verify", "");
        if (value.isEmpty() || !TokenState.UNVERIFIED.equals(token.invoke(Token::rolloutState))) {
            return Optional.empty();
        }
        Secret seed = vault.unseal(token.invoke(Token::seed));
        Attempt attempt = new Attempt(Secret.of(value), clock.instant(), settings);
        Verification found = type.verify(token.invoke(Token::view), seed, attempt);
        if (found instanceof Verification.Right right) {
            token.execute(it -> it.verifyEnrolment(right));
            return Optional.of(new Enrolled(
                    request.serial(), type.name(), List.of(new Disclosure.RolloutState(TokenState.VERIFIED))));
        }
        throw Refusal.parameter("Verification of the new token failed.");
    }
}
