package org.symbolon.server.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the stored stream again, in its order, for those who rebuild or look back. */
public class EventReader {

    private static final int PAST_BATCH = 2000;

    private final GapSafeStorageEngine engine;

    EventReader(GapSafeStorageEngine engine) {
        this.engine = engine;
    }

    /** Some events, and the position up to which the stream has been read. */
    public record Page(List<TrackedEventMessage<?>> events, long lastPosition) {}

    /** At most so many of the events behind a position. */
    public Page after(long position, int most) {
        try (Stream<TrackedEventMessage<?>> stream = open(position)) {
            List<TrackedEventMessage<?>> events = stream.limit(most).toList();
            if (events.isEmpty()) {
                return new Page(events, position);
            }
            long last = events.get(events.size() - 1).trackingToken().position().orElse(position);
            return new Page(events, last);
        }
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
                position = event.trackingToken().position().orElseThrow();
                if (!event.getTimestamp().isAfter(time)) {
                    consumer.accept(event);
                }
            }
        } while (page.size() == PAST_BATCH);
    }

    @SuppressWarnings("unchecked") // Axon's wildcard hides that these are events with a position
    private Stream<TrackedEventMessage<?>> open(long position) {
        return (Stream<TrackedEventMessage<?>>)
                engine.readEvents(GapAwareTrackingToken.newInstance(position, List.of()), false);
    }
}
