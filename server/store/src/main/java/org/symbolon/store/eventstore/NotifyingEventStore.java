package org.symbolon.store.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/**
 * The event store of one node. After each commit it has the readers woken, here and on other nodes, outside the
 * transaction: a notification sent inside would make all commits queue up.
 */
@Component("eventStore")
final class NotifyingEventStore extends AbstractEventStore {

    private final EventNotifications notifications;

    NotifyingEventStore(EventStorageEngine engine, EventNotifications notifications) {
        super(new Builder().storageEngine(engine));
        this.notifications = notifications;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        notifications.announce();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        return new EventStream(storageEngine(), trackingToken, notifications.wakeup());
    }

    /** Axon's builder has no other public form. */
    private static final class Builder extends AbstractEventStore.Builder {}
}
