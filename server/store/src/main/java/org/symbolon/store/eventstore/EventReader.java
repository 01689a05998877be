package org.symbolon.store.eventstore;

import static org.symbolon.store.eventstore.ReadAhead.positionOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.projections.shared.UnreadableEvent;
import org.symbolon.store.eventstore.GapSafeStorageEngine.Landmark;

/** Reads the stored stream again, in its order, for those who rebuild or look back. */
@Component
public class EventReader {

    private static final int PAST_BATCH = 2000;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final GapSafeStorageEngine engine;
    private final EventNotifications notifications;

    EventReader(GapSafeStorageEngine engine, EventNotifications notifications) {
        this.engine = engine;
        this.notifications = notifications;
    }

    /** Tells one reader that there may be something new. */
    public final class NewEvents implements AutoCloseable {

        private final Wakeup.Subscription subscription = notifications.wakeup().subscribe();

        private NewEvents() {}

        /** Waits until there may be events that were not there when this was called the last time, or for so long. */
        public void await(Duration patience) throws InterruptedException {
            subscription.await(patience);
            subscription.takeSignal();
        }

        @Override
        public void close() {
            notifications.wakeup().unsubscribe(subscription);
        }
    }

    public NewEvents newEvents() {
        return new NewEvents();
    }

    /** The events of these names that happened to these aggregates up to a position. */
    public List<TrackedEventMessage<?>> happenedTo(Set<String> aggregates, Set<String> names, long until) {
        return engine.happenedTo(aggregates, names, until).stream()
                .filter(EventReader::isReadable)
                .toList();
    }

    /** Some events, and the position up to which the stream has been read. */
    public record Page(List<TrackedEventMessage<?>> events, long lastPosition) {}

    /** At most so many of the events behind a position. */
    public Page after(long position, int most) {
        List<TrackedEventMessage<?>> events = engine.page(position, most).events();
        return new Page(events, events.isEmpty() ? position : positionOf(events.get(events.size() - 1)));
    }

    /** To be called by one who locks all writers out: from then on, reading does not stop before the end. */
    public void allWritersAreLockedOut() {
        engine.proveAllHoles();
    }

    /**
     * Every event of these names that happened until then.
     *
     * @param apart keeps the reading out of the transaction of the one who asks: the engine commits its own, and would
     *     commit that one if the two shared a connection
     */
    public void until(
            Instant time, Set<String> names, TransactionOperations apart, Consumer<TrackedEventMessage<?>> consumer) {
        List<TrackedEventMessage<?>> page;
        long position = 0;
        do {
            long after = position;
            page = apart.execute(status -> engine.named(names, after, PAST_BATCH));
            for (TrackedEventMessage<?> event : page) {
                position = positionOf(event);
                if (!event.getTimestamp().isAfter(time) && isReadable(event)) {
                    consumer.accept(event);
                }
            }
        } while (page.size() == PAST_BATCH);
    }

    /** Gets events one after the other while they are being read. */
    public interface Listener {

        /** Answers whether it wants more. */
        boolean hears(TrackedEventMessage<?> event);

        /** Is told how much of the stream has been read. */
        void at(long done, long all);
    }

    /**
     * Every event of these names that happened in a period, its end not included. It must not be called inside of a
     * transaction. Answers whether the listener wanted them all.
     */
    public boolean between(Instant from, Instant to, Set<String> names, Listener listener) {
        long first = positionAt(from.minus(CLOCKS_APART));
        long last = positionAt(to.plus(CLOCKS_APART));
        try (ReadAhead pages = new ReadAhead(position -> engine.named(names, position, PAST_BATCH), first - 1)) {
            List<TrackedEventMessage<?>> page = pages.next();
            while (!page.isEmpty() && positionOf(page.get(0)) <= last) {
                if (!hearsAll(page, from, to, listener)) {
                    return false;
                }
                listener.at(Math.min(positionOf(page.get(page.size() - 1)), last) - first, last - first);
                page = pages.next();
            }
        }
        listener.at(last - first, last - first);
        return true;
    }

    private static boolean hearsAll(List<TrackedEventMessage<?>> page, Instant from, Instant to, Listener listener) {
        for (TrackedEventMessage<?> event : page) {
            boolean inside =
                    !event.getTimestamp().isBefore(from) && event.getTimestamp().isBefore(to) && isReadable(event);
            if (inside && !listener.hears(event)) {
                return false;
            }
        }
        return true;
    }

    /** The past is told without what cannot be read; that there is such is said elsewhere. */
    private static boolean isReadable(TrackedEventMessage<?> event) {
        return !(event.getPayload() instanceof UnreadableEvent);
    }

    /** What stands in the stream in the place of an event on which a read model fails. */
    public TrackedEventMessage<?> unprojectable(TrackedEventMessage<?> event, String detail) {
        return engine.unprojectable(event, detail);
    }

    /** Where the stream reaches a time: it is in the order of time, but for as much as clocks differ. */
    private long positionAt(Instant time) {
        long low = 0;
        long high = engine.end();
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<Landmark> landmark = engine.firstFrom(middle);
            if (landmark.filter(found -> found.time().isBefore(time)).isPresent()) {
                low = landmark.get().position() + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
