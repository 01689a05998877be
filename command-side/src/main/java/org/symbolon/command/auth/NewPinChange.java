package org.symbolon.command.auth;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.auth.NewPin.Step;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.token.NewPins;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.NewPinTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/**
 * Lets somebody choose a new PIN whose PIN was due and who has proven himself otherwise: typed twice, in two transactions of one
 * challenge each. The second ends with the log-in.
 */
final class NewPinChange {

    private static final String DISABLED = "Token is disabled";

    private final Tokens tokens;
    private final Challenges challenges;
    private final Questioning questioning;

    NewPinChange(Tokens tokens, Challenges challenges, Questioning questioning) {
        this.tokens = tokens;
        this.challenges = challenges;
        this.questioning = questioning;
    }

    /** What was found before the locks were taken must still be so. */
    Decision on(LogIn command, Aggregate<Token> aggregate, Instant now) {
        NewPin newPin = command.newPin();
        Aggregate<ChallengeTransaction> transaction = challenges
                .find(command.transactionId())
                .filter(found -> isAsked(found, aggregate, now))
                .orElseThrow(() -> new StaleEvidenceException(newPin.serial()));
        if (!aggregate.<Boolean>invoke(Token::active)) {
            return refused(aggregate, transaction, newPin);
        }
        if (newPin.step() == Step.MISTYPED) {
            transaction.execute(found -> found.answerWrongly(newPin.serial()));
            return new Decision(false, "PINs do not match", newPin.serial(), null, null);
        }
        NewPinTerms terms = NewPinTerms.orAny(command.terms().newPins());
        return newPin.step() == Step.CHOSEN
                ? chosen(newPin, aggregate, transaction, terms, now)
                : changed(newPin, aggregate, transaction, terms, now);
    }

    private static boolean isAsked(
            Aggregate<ChallengeTransaction> transaction, Aggregate<Token> aggregate, Instant now) {
        Token token = aggregate.invoke(found -> found);
        return transaction
                .invoke(found -> found.challengeOf(token.serial()))
                .filter(challenge -> challenge.isOf(token.tokenId()) && challenge.isValidAt(now))
                .filter(challenge -> challenge.asked().challenge().equals(OwnQuestions.PIN_RESET))
                .isPresent();
    }

    /** The token was disabled since its owner has proven himself. */
    private static Decision refused(
            Aggregate<Token> aggregate, Aggregate<ChallengeTransaction> transaction, NewPin newPin) {
        aggregate.execute(token -> token.refuseChallenge(DISABLED));
        transaction.execute(ChallengeTransaction::endAll);
        return new Decision(false, DISABLED, newPin.serial(), null, null);
    }

    /** One that may not be chosen leaves the question open. */
    private Decision chosen(
            NewPin newPin,
            Aggregate<Token> aggregate,
            Aggregate<ChallengeTransaction> transaction,
            NewPinTerms terms,
            Instant now) {
        PinRules.Complaint complaint = PinRules.complaint(terms.ruleFor(aggregate.invoke(Token::type)), newPin.typed());
        if (complaint.text() != null) {
            return Decision.forbidden(Denial.ofPolicy(complaint.text())).naming(complaint.policies());
        }
        transaction.execute(ChallengeTransaction::endAll);
        return askedAgain(newPin, aggregate, now).naming(complaint.policies());
    }

    private Decision askedAgain(NewPin newPin, Aggregate<Token> aggregate, Instant now) {
        aggregate.execute(token -> token.beginChallenge(StateChange.NONE));
        return Decision.asking(questioning.askAbout(
                questioning.own().pinAgain(), aggregate, Secret.of(newPin.pin().text()), now));
    }

    private Decision changed(
            NewPin newPin,
            Aggregate<Token> aggregate,
            Aggregate<ChallengeTransaction> transaction,
            NewPinTerms terms,
            Instant now) {
        transaction.execute(ChallengeTransaction::endAll);
        Instant due = terms.days() == null ? null : now.plus(Duration.ofDays(terms.days()));
        tokens.endLogins(aggregate);
        aggregate.execute(token -> NewPins.set(token, newPin.pin(), due));
        return new Decision(true, "PIN successfully set.", newPin.serial(), null, null);
    }
}
