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
    public BegunChallenge begun(Token token, Question question) {
        return begun(token, question, null);
    }

    /** The same with a secret that is sealed already; null for none. */
    public BegunChallenge begun(Token token, Question question, Sealed remembered) {
        return new BegunChallenge(
                token.serial(),
                token.tokenId(),
                question.challenge(),
                question.data(),
                remembered == null ? sealed(token, question.secretData()) : remembered,
                question.session(),
                question.validSeconds() == null ? validity.seconds(token.type()) : question.validSeconds());
    }

    private Sealed sealed(Token token, Secret secret) {
        if (secret == null) {
            return null;
        }
        Limits.check("data", secret.reveal(), Limits.CHALLENGE_TEXT);
        return vault.seal(token.seed().key(), secret);
    }

    /** The token's challenge in a transaction, if it can be answered now. */
    public Optional<OpenChallenge> open(
            String transactionId, ChallengeTransaction transaction, Token token, Instant now) {
        return transaction
                .challengeOf(token.serial())
                .filter(challenge -> challenge.isOf(token.tokenId()) && challenge.isValidAt(now))
                .map(challenge -> open(transactionId, challenge));
    }

    /** The challenge as its type sees it. */
    public OpenChallenge open(String transactionId, Challenge challenge) {
        BegunChallenge asked = challenge.asked();
        return new OpenChallenge(
                transactionId,
                asked.challenge(),
                asked.data(),
                Optional.ofNullable(asked.secretData()).map(vault::unseal),
                asked.session(),
                challenge.answered());
    }
}
