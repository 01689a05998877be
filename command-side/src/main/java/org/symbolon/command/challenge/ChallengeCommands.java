package org.symbolon.command.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.challenge.BeginChallenges.NewChallenge;
import org.symbolon.command.challenge.port.OutstandingChallenges;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;
import org.symbolon.events.shared.Sealed;

/** What happens to challenges beside the decision about a log-in. */
public class ChallengeCommands {

    /**
     * For so long an expired challenge stays in its table: longer than any transaction lasts, so that none that began it
     * can commit after the removal that should have had it, which a rebuild would see in the other order.
     */
    static final Duration GRACE = Duration.ofMinutes(5);

    private final Challenges challenges;
    private final Tokens tokens;
    private final SecretVault vault;
    private final ChallengeValidity validity;
    private final OutstandingChallenges outstanding;
    private final EventBus events;
    private final TransactionIds ids;
    private final Clock clock;

    public ChallengeCommands(
            Challenges challenges,
            Tokens tokens,
            SecretVault vault,
            ChallengeValidity validity,
            OutstandingChallenges outstanding,
            EventBus events,
            Randomness randomness,
            Clock clock) {
        this.challenges = challenges;
        this.tokens = tokens;
        this.vault = vault;
        this.validity = validity;
        this.outstanding = outstanding;
        this.events = events;
        this.ids = new TransactionIds(randomness);
        this.clock = clock;
    }

    /** The id of the transaction. */
    @CommandHandler
    public String handle(BeginChallenges command) {
        List<BegunChallenge> asked = new ArrayList<>();
        List<NewChallenge> inOrderOfSerials = command.challenges().stream()
                .sorted(Comparator.comparing(NewChallenge::serial))
                .toList();
        for (NewChallenge one : inOrderOfSerials) {
            asked.add(one.serial().isEmpty() ? ofNoToken(one) : ofToken(one));
        }
        String transactionId = command.transactionId();
        if (transactionId == null) {
            transactionId = ids.next();
        } else if (challenges.find(transactionId).isPresent()) {
            throw Refusal.parameter("There is a transaction with the id '" + transactionId + "' already");
        }
        challenges.begin(transactionId, asked);
        return transactionId;
    }

    private BegunChallenge ofToken(NewChallenge one) {
        Aggregate<Token> aggregate = tokens.load(one.serial());
        Token token = aggregate.invoke(found -> found);
        return begun(one, token.tokenId(), sealed(token, one.secretData()), validity.seconds(token.type()));
    }

    /** Such a challenge is of whoever answers it, so there is no key under which a secret could be sealed. */
    private BegunChallenge ofNoToken(NewChallenge one) {
        if (one.secretData() != null) {
            throw Refusal.parameter("A challenge without a token has no secret data");
        }
        return begun(one, null, null, validity.byDefault());
    }

    private static BegunChallenge begun(NewChallenge one, Integer tokenId, Sealed secretData, int validSeconds) {
        return new BegunChallenge(
                one.serial(),
                tokenId,
                one.challenge(),
                one.data(),
                secretData,
                one.session(),
                Objects.requireNonNullElse(one.validSeconds(), validSeconds));
    }

    /** Under the token's own key, so that what erases the token erases this, too. */
    private Sealed sealed(Token token, Secret secret) {
        if (secret == null) {
            return null;
        }
        Limits.check("data", secret.reveal(), Limits.CHALLENGE_TEXT);
        return vault.seal(token.seed().key(), secret);
    }

    @CommandHandler
    public void handle(AnswerChallenge command) {
        challenges.require(command.transactionId(), command.serial()).execute(transaction -> {
            if (command.right()) {
                transaction.answer(command.serial());
            } else {
                transaction.answerWrongly(command.serial());
            }
        });
    }

    @CommandHandler
    public void handle(DeclineChallenge command) {
        challenges
                .require(command.transactionId(), command.serial())
                .execute(transaction -> transaction.decline(command.serial()));
    }

    @CommandHandler
    public void handle(EndChallenge command) {
        challenges
                .require(command.transactionId(), command.serial())
                .execute(transaction -> transaction.end(command.serial()));
    }

    @CommandHandler
    public void handle(EndTransaction command) {
        challenges
                .find(command.transactionId())
                .filter(found -> !found.invoke(ChallengeTransaction::serials).isEmpty())
                .orElseThrow(Challenges::notFound)
                .execute(ChallengeTransaction::endAll);
    }

    /** Whether there were any. All of them are one fact, however many they are, and no fact if there are none. */
    @CommandHandler
    public boolean handle(RemoveExpiredChallenges command) {
        Instant limit = clock.instant().minus(GRACE).truncatedTo(ChronoUnit.MILLIS);
        if (!outstanding.anyExpiredBefore(limit)) {
            return false;
        }
        events.publish(GenericEventMessage.asEventMessage(new ExpiredChallengesRemoved(limit)));
        return true;
    }
}
