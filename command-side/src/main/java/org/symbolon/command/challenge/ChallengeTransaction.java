package org.symbolon.command.challenge;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengeCancelled;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengeProlonged;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;

/**
 * All challenges of one log-in, of which one right answer is enough and ends them all. They are one aggregate because
 * they end together: whoever comes second, with whichever token and on whichever node, meets a conflict and then finds
 * nothing left to answer (docs/adr/0010).
 */
@Revision("3")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class ChallengeTransaction {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String transactionId;
    private SortedMap<String, Challenge> challenges = new TreeMap<>();

    /** The identifier under which the events of a transaction are stored. */
    public static String idOf(String transactionId) {
        return "challenge/" + transactionId;
    }

    /** What is sealed for that the challenge of the token with this serial remembers. */
    public static Binding binding(String transactionId, String serial) {
        return new Binding(idOf(transactionId), SecretPurpose.CHALLENGE, serial);
    }

    static ChallengeTransaction begun(String transactionId, List<BegunChallenge> asked) {
        ChallengeTransaction transaction = new ChallengeTransaction();
        apply(new ChallengesBegun(transactionId, asked));
        return transaction;
    }

    public String transactionId() {
        return transactionId;
    }

    /** The challenge of the token with this serial, expired or not; empty if there is none or none any more. */
    public Optional<Challenge> challengeOf(String serial) {
        return Optional.ofNullable(challenges.get(serial));
    }

    /** The serials of those whose challenges can be answered, or could until they expired. */
    public Collection<String> serials() {
        return List.copyOf(challenges.keySet());
    }

    /** A right answer that is not the log-in itself, such as a confirmation on a telephone. */
    public void answer(String serial) {
        apply(new ChallengeAnswered(transactionId, serial));
    }

    public void answerWrongly(String serial) {
        apply(new ChallengeAnsweredWrongly(transactionId, serial));
    }

    public void decline(String serial) {
        apply(new ChallengeDeclined(transactionId, serial));
    }

    public void cancel(String serial) {
        apply(new ChallengeCancelled(transactionId, serial));
    }

    /** Has it count until then, unless it does already. */
    public void prolong(String serial, Instant until) {
        Instant stored = until.truncatedTo(ChronoUnit.MILLIS);
        if (challengeOf(serial)
                .filter(challenge -> challenge.ends().isBefore(stored))
                .isPresent()) {
            apply(new ChallengeProlonged(transactionId, serial, stored));
        }
    }

    /** Ends all, as the log-in for which they were begun does. */
    public void endAll() {
        if (challenges.isEmpty()) {
            return;
        }
        apply(new ChallengesEnded(transactionId, List.copyOf(challenges.keySet())));
    }

    public void end(String serial) {
        apply(new ChallengesEnded(transactionId, List.of(serial)));
    }

    @EventSourcingHandler
    void on(ChallengesBegun event, @Timestamp Instant time) {
        id = idOf(event.transactionId());
        transactionId = event.transactionId();
        Instant begun = time.truncatedTo(ChronoUnit.MILLIS);
        event.challenges().forEach(asked -> challenges.put(asked.serial(), Challenge.of(asked, begun)));
    }

    @EventSourcingHandler
    void on(ChallengeAnswered event) {
        challenges.computeIfPresent(event.serial(), (serial, challenge) -> challenge.answered(true));
    }

    @EventSourcingHandler
    void on(ChallengeAnsweredWrongly event) {
        challenges.computeIfPresent(event.serial(), (serial, challenge) -> challenge.answered(false));
    }

    @EventSourcingHandler
    void on(ChallengeDeclined event) {
        challenges.computeIfPresent(event.serial(), (serial, challenge) -> challenge.refused(Outcome.DECLINED));
    }

    @EventSourcingHandler
    void on(ChallengeCancelled event) {
        challenges.computeIfPresent(event.serial(), (serial, challenge) -> challenge.refused(Outcome.CANCELLED));
    }

    @EventSourcingHandler
    void on(ChallengeProlonged event) {
        challenges.computeIfPresent(event.serial(), (serial, challenge) -> challenge.prolonged(event.until()));
    }

    @EventSourcingHandler
    void on(ChallengesEnded event) {
        challenges.keySet().removeAll(event.serials());
    }
}
