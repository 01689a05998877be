package org.symbolon.command.challenge;

import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Makes a challenge of a question that a type asks, and shows it to the type again when it is answered. */
public final class TokenQuestions {

    private final SecretVault vault;
    private final ChallengeValidity validity;

    public TokenQuestions(SecretVault vault, ChallengeValidity validity) {
        this.vault = vault;
        this.validity = validity;
    }

    /** What is secret is sealed under the token's own key, so that what erases the token erases this, too. */
    public BegunChallenge begun(String transactionId, Token token, Question question) {
        return begun(transactionId, token, question, null);
    }

    /** The same with something else to remember than the question says; null for nothing else. */
    public BegunChallenge begun(String transactionId, Token token, Question question, Secret remembered) {
        return new BegunChallenge(
                token.serial(),
                token.tokenId(),
                question.challenge(),
                question.data(),
                sealed(transactionId, token, remembered == null ? secretOf(question) : remembered),
                question.session(),
                question.validSeconds() == null ? validity.seconds(token.type()) : question.validSeconds());
    }

    private static Secret secretOf(Question question) {
        Secret secret = question.secretData();
        if (secret != null) {
            Limits.check("data", secret.reveal(), Limits.CHALLENGE_TEXT);
        }
        return secret;
    }

    private Sealed sealed(String transactionId, Token token, Secret secret) {
        if (secret == null) {
            return null;
        }
        return vault.seal(token.seed().key(), ChallengeTransaction.binding(transactionId, token.serial()), secret);
    }

    /** The token's challenge in a transaction, if it can be answered now. */
    public Optional<OpenChallenge> open(
            String transactionId, ChallengeTransaction transaction, Token token, Instant now) {
        return transaction
                .challengeOf(token.serial())
                .filter(challenge -> challenge.isOf(token.tokenId()) && challenge.isValidAt(now))
                .map(challenge -> open(transactionId, challenge));
    }

    /** What a challenge remembers secretly. */
    public Optional<Secret> remembered(String transactionId, BegunChallenge asked) {
        return Optional.ofNullable(asked.secretData())
                .map(box -> vault.unseal(ChallengeTransaction.binding(transactionId, asked.serial()), box));
    }

    /** The challenge as its type sees it. */
    public OpenChallenge open(String transactionId, Challenge challenge) {
        BegunChallenge asked = challenge.asked();
        return new OpenChallenge(
                transactionId,
                asked.challenge(),
                asked.data(),
                remembered(transactionId, asked),
                asked.session(),
                challenge.answered(),
                challenge.refusal());
    }
}
