package org.symbolon.command.challenge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.challenge.BegunChallenge;

/**
 * The transactions that a command works on. A command that works on tokens, too, loads those first and then the one
 * transaction, or locks would cross.
 */
public class Challenges {

    /** As many as the rows that one event may make. */
    private static final int MOST = 1000;

    private final Repository<ChallengeTransaction> repository;

    public Challenges(Repository<ChallengeTransaction> repository) {
        this.repository = repository;
    }

    /**
     * Begins a transaction of this id, which nobody has used before. That it is new is proven by the commit.
     *
     * @throws Refusal 905 if something is too long, there are too many challenges or several for one token
     */
    public void begin(String transactionId, List<BegunChallenge> asked) {
        Limits.check("transaction_id", transactionId, Limits.TRANSACTION_ID);
        if (asked.isEmpty() || asked.size() > MOST) {
            throw Refusal.parameter("A transaction has from 1 to " + MOST + " challenges");
        }
        Set<String> serials = new HashSet<>();
        for (BegunChallenge one : asked) {
            if (!serials.add(one.serial())) {
                throw Refusal.parameter("A transaction has one challenge for a token, not several");
            }
            Limits.check("serial", one.serial(), Limits.SERIAL);
            Limits.check("challenge", one.challenge(), Limits.CHALLENGE_TEXT);
            Limits.check("data", one.data(), Limits.CHALLENGE_TEXT);
            Limits.check("session", one.session(), Limits.CHALLENGE_TEXT);
        }
        create(transactionId, asked);
    }

    private void create(String transactionId, List<BegunChallenge> asked) {
        try {
            repository.newInstance(() -> ChallengeTransaction.begun(transactionId, asked));
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("A transaction could not begin", unexpected);
        }
    }

    /** The transaction, though all of its challenges may have ended or expired. */
    public Optional<Aggregate<ChallengeTransaction>> find(String transactionId) {
        if (transactionId.length() > Limits.TRANSACTION_ID) {
            return Optional.empty();
        }
        try {
            return Optional.of(repository.load(ChallengeTransaction.idOf(transactionId)));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * The transaction that has a challenge of the token with this serial, expired or not.
     *
     * @throws Refusal 601 if there is none
     */
    public Aggregate<ChallengeTransaction> require(String transactionId, String serial) {
        return find(transactionId)
                .filter(found -> found.invoke(it -> it.challengeOf(serial).isPresent()))
                .orElseThrow(Challenges::notFound);
    }

    static Refusal notFound() {
        return Refusal.notFound("The requested Challenge could not be found.");
    }
}
