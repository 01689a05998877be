package org.symbolon.store.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * An event or a snapshot is not what this server has stored: it was changed or put in by somebody who has not the master key, or the
 * master key is not the one of this database. It names what it is about and says nothing of what is in it.
 */
public final class ForgedEventException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    ForgedEventException(EventFields fields) {
        super("The stored " + fields.name() + " with the identifier " + fields.eventId() + ", number "
                + fields.sequence() + " of " + fields.aggregate()
                + ", is not what this server has stored, and is not used. See the chapter on forged events in"
                + " docs/operations.md");
    }
}
