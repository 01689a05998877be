package org.symbolon.query.history;

import java.time.Instant;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The stored events, to be read again. */
@FunctionalInterface
public interface StoredEvents {

    /**
     * Hands over every event that happened until then, in the order of the stream, each with its position. Events of the
     * audit may be left out.
     */
    void replay(Instant until, Consumer<TrackedEventMessage<?>> consumer);
}
