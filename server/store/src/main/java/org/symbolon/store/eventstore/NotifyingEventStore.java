package org.symbolon.store.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * The event store of one node. After each commit it has the readers woken, here and on other nodes, outside the
 * transaction: a notification sent inside would make all commits queue up.
 */
@Component("eventStore")
final class NotifyingEventStore extends AbstractEventStore {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final GapSafeStorageEngine engine;
    private final EventNotifications notifications;
    private final KnownStreamEnds ends;
    private final Timer commits;

    NotifyingEventStore(
            GapSafeStorageEngine engine,
            EventNotifications notifications,
            KnownStreamEnds ends,
            MeterRegistry registry) {
        super(new Builder().storageEngine(engine));
        this.engine = engine;
        this.notifications = notifications;
        this.ends = ends;
        commits = Timer.builder("symbolon.commit")
                .description("From the first write of a decision's events until they are durable, read models included")
                .serviceLevelObjectives(LIMITS)
                .register(registry);
    }

    /** Here they are appended; the commit follows. */
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        long began = System.nanoTime();
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .afterCommit(done -> commits.record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
        }
        super.prepareCommit(events);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        ends.appended(events);
        notifications.announce();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        return new EventStream(engine::page, trackingToken, notifications.wakeup());
    }

    /** Axon's builder has no other public form. */
    private static final class Builder extends AbstractEventStore.Builder {}
}
