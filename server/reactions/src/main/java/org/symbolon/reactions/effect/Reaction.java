package org.symbolon.reactions.effect;

import org.symbolon.command.effect.EffectOrder;

/**
 * Carries out the effects of one kind: the only way on which anything leaves the server. It runs after the commit, without
 * a transaction or a database connection, perhaps several times for one effect, and never when events are replayed. It
 * bounds by itself how long it waits for the outside, and ends when its thread is interrupted.
 */
public interface Reaction {

    /** The stable name of the kind of its effects. */
    String kind();

    /** How many of its effects may be under way at once on a node. */
    default int atOnce() {
        return 4;
    }

    /**
     * Does it, with the order's id as the key of idempotency where the outside knows such a thing.
     *
     * @throws EffectFailedException if the outside did not take it
     */
    void carryOut(EffectOrder order) throws EffectFailedException;
}
