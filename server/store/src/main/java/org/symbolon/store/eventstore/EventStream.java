package org.symbolon.store.eventstore;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The events after a token, as one reader takes them: it looks again whenever it is woken, and once in a while. */
final class EventStream implements TrackingEventStream {

    private final EventStorageEngine engine;
    private final Wakeup wakeup;
    private final Wakeup.Subscription subscription;
    private TrackingToken position;
    private Iterator<? extends TrackedEventMessage<?>> fetched = Collections.emptyIterator();
    private Stream<? extends TrackedEventMessage<?>> source = Stream.empty();
    private boolean lookAgain;
    private TrackedEventMessage<?> next;

    EventStream(EventStorageEngine engine, TrackingToken position, Wakeup wakeup) {
        this.engine = engine;
        this.position = position;
        this.wakeup = wakeup;
        this.subscription = wakeup.subscribe();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(head());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (head() == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !subscription.await(Duration.ofNanos(left))) {
                return head() != null;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> taken = head();
        while (taken == null) {
            subscription.await(Duration.ofSeconds(1));
            taken = head();
        }
        next = null;
        position = taken.trackingToken();
        return taken;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        subscription.onSignal(callback);
        return true;
    }

    @Override
    public void close() {
        source.close();
        wakeup.unsubscribe(subscription);
    }

    /** Fetches what there is, as far as the store lets it be read; after a fetch that found something, once more. */
    private TrackedEventMessage<?> head() {
        if (next != null) {
            return next;
        }
        if (!fetched.hasNext() && (lookAgain || subscription.takeSignal())) {
            source.close();
            source = engine.readEvents(position, false);
            fetched = source.iterator();
            lookAgain = fetched.hasNext();
        }
        if (fetched.hasNext()) {
            next = fetched.next();
        }
        return next;
    }
}
