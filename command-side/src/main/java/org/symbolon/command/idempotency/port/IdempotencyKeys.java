package org.symbolon.command.idempotency.port;

import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * The keys by which clients mark what is to be done once, as all nodes know them together, each for a day. Nothing is done twice
 * whenever whoever is at work is stopped: that it was done is put down in the transaction that does it.
 */
public interface IdempotencyKeys {

    /** What is known of a request that was done already, or whose key another request has; empty where somebody may still be at it. */
    Optional<Turn> past(KeyedRequest request);

    /**
     * Takes the turn if nobody has it. Whoever has taken it gives it back, by {@link #keep} or {@link #giveBack}; if he does not
     * live to do it, the turn is free again after some seconds.
     *
     * @param mostOfCaller how many keys the caller may have
     */
    Turn take(KeyedRequest request, int mostOfCaller);

    /**
     * Puts down, in the transaction that does it, that the request is done.
     *
     * @param subject what it is about
     * @return whether the turn still was his; if not, nothing must come of the transaction
     */
    boolean decide(Turn.Taken turn, String subject);

    /** Keeps the answer to what was done, and gives the turn back. */
    void keep(Turn.Taken turn, Secret answer);

    /** Gives the turn back. What was not decided may be done again under the same key. */
    void giveBack(Turn.Taken turn);
}
