package org.symbolon.store.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.symbolon.projections.shared.UnreadableEvent;

/** Nothing is decided about an aggregate with an event that cannot be read. It names the event and says nothing of what is in it. */
public final class UnreadableEventException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    private final long index;

    UnreadableEventException(UnreadableEvent event) {
        super(event.sentence());
        this.index = event.index();
    }

    /** The event's position in the stream. */
    public long index() {
        return index;
    }
}
