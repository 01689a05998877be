package org.symbolon.command.feed.port;

import java.time.Duration;
import java.util.List;

/**
 * Hands facts to other systems. One receiver serves all feeds of its type; for one feed it is asked by one thread at a time. It bounds by
 * itself how long it waits.
 */
public interface FeedReceiver {

    /** By the name under which clients know it. */
    String type();

    /**
     * Hands over facts in their order, at least one. When it returns, they have been taken.
     *
     * @throws FeedRefusedException if they are not taken for what they are; whether some were is not known
     * @throws FeedTroubleException if they could not be handed over, or it is not known whether they were
     */
    void send(FeedTarget target, List<FedFact> facts) throws FeedRefusedException, FeedTroubleException;

    /** How long to wait after a batch that was not full, so that the next one is worth its cost. */
    default Duration rest() {
        return Duration.ZERO;
    }

    /** Lets go of what is kept for a feed that is not fed by this node any more. */
    default void release(FeedTarget target) {}
}
