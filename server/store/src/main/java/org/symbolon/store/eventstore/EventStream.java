package org.symbolon.store.eventstore;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;

/** The events after a token, as one reader takes them: it looks again whenever it is woken, and once in a while. */
final class EventStream implements TrackingEventStream {

    private final Function<TrackingToken, GapSafeStorageEngine.Page> reading;
    private final Wakeup wakeup;
    private final Wakeup.Subscription subscription;
    private TrackingToken position;
    private Iterator<TrackedEventMessage<?>> fetched = Collections.emptyIterator();
    private boolean more;
    private TrackedEventMessage<?> next;

    /**
     * The events behind a position.
     *
     * @param reading answers what there is behind a position at the moment
     */
    EventStream(Function<TrackingToken, GapSafeStorageEngine.Page> reading, TrackingToken position, Wakeup wakeup) {
        this.reading = reading;
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
        wakeup.unsubscribe(subscription);
    }

    /** Fetches what there is, as far as the store lets it be read: when it is woken, and as long as there may be more. */
    private TrackedEventMessage<?> head() {
        if (next != null) {
            return next;
        }
        if (!fetched.hasNext() && (subscription.takeSignal() || more)) {
            GapSafeStorageEngine.Page page = reading.apply(position);
            fetched = page.events().iterator();
            more = page.more();
        }
        if (fetched.hasNext()) {
            next = fetched.next();
        }
        return next;
    }
}
