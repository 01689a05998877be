package org.symbolon.server.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;

/**
 * The event store of one node. After each commit it has the readers woken, here and on other nodes, outside the
 * transaction: a notification sent inside would make all commits queue up.
 */
final class NotifyingEventStore extends AbstractEventStore {

    private final EventNotifications notifications;

    private NotifyingEventStore(Builder builder) {
        super(builder);
        this.notifications = builder.notifications;
    }

    static Builder builder() {
        return new Builder();
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        notifications.announce();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        return new EventStream(storageEngine(), trackingToken, notifications.wakeup());
    }

    /** Axon's builder, and where this node tells and hears of new events. */
    static final class Builder extends AbstractEventStore.Builder {

        private EventNotifications notifications;

        Builder notifications(EventNotifications told) {
            notifications = told;
            return this;
        }

        NotifyingEventStore build() {
            return new NotifyingEventStore(this);
        }
    }
}
