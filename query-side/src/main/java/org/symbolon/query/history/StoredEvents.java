package org.symbolon.query.history;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The stored events, to be read again. */
@FunctionalInterface
public interface StoredEvents {

    /**
     * Hands over every event of these names that happened until then, in the order of the stream, each with its position.
     */
    void replay(Instant until, Set<String> names, Consumer<TrackedEventMessage<?>> consumer);
}
