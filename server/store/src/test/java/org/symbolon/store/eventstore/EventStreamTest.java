package org.symbolon.store.eventstore;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.symbolon.store.eventstore.GapSafeStorageEngine.Page;

/** A reader looks into the store when there may be something new, and no more often: each look is a transaction. */
class EventStreamTest {

    private static final Page NOTHING = new Page(List.of(), false);

    private final Wakeup wakeup = new Wakeup();
    private final Deque<Page> stored = new ArrayDeque<>();
    private final List<Long> looks = new ArrayList<>();
    private final EventStream stream = new EventStream(this::look, new GlobalSequenceTrackingToken(0), wakeup);

    private Page look(TrackingToken position) {
        looks.add(position.position().orElseThrow());
        return stored.isEmpty() ? NOTHING : stored.remove();
    }

    @Test
    void whatIsReadToItsEndIsLookedAtOnce() throws InterruptedException {
        stored.add(page(false, 1, 2));

        assertThat(all()).containsExactly(1L, 2L);
        assertThat(all()).isEmpty();
        assertThat(looks).containsExactly(0L);
    }

    @Test
    void anAnnouncementHasItLookedAtBehindWhatWasRead() throws InterruptedException {
        stored.add(page(false, 1, 2));
        all();
        stored.add(page(false, 3));

        wakeup.signalAll();

        assertThat(all()).containsExactly(3L);
        assertThat(looks).containsExactly(0L, 2L);
    }

    /** Whoever commits during a look tells of it afterwards, while what was found is still handed out. */
    @Test
    void whatIsAnnouncedWhileEventsAreHandedOutIsNotForgotten() throws InterruptedException {
        stored.add(page(false, 1, 2));
        assertThat(stream.nextAvailable().trackingToken().position()).hasValue(1);
        stored.add(page(false, 3));
        wakeup.signalAll();

        assertThat(all()).containsExactly(2L, 3L);
    }

    @Test
    void whereThereMayBeMoreItIsLookedAtAgainAtOnce() throws InterruptedException {
        stored.add(page(true, 1));
        stored.add(page(true, 2));
        stored.add(page(false, 3));

        assertThat(all()).containsExactly(1L, 2L, 3L);
        assertThat(looks).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aHoleThatStaysIsLeftUntilTheNextAnnouncement() throws InterruptedException {
        stored.add(page(true, 1));
        stored.add(NOTHING);

        assertThat(all()).containsExactly(1L);
        assertThat(all()).isEmpty();
        assertThat(looks).containsExactly(0L, 1L);
    }

    @Test
    void aLookAheadTakesNothingAway() throws InterruptedException {
        stored.add(page(false, 1));

        assertThat(stream.peek()).isPresent();
        assertThat(stream.peek()).isPresent();
        assertThat(all()).containsExactly(1L);
        assertThat(stream.peek()).isEmpty();
    }

    private static Page page(boolean more, long... positions) {
        return new Page(
                Arrays.stream(positions)
                        .<TrackedEventMessage<?>>mapToObj(position -> new GenericTrackedEventMessage<>(
                                new GlobalSequenceTrackingToken(position),
                                GenericEventMessage.asEventMessage("happened")))
                        .toList(),
                more);
    }

    private List<Long> all() throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (stream.hasNextAvailable(1, MILLISECONDS)) {
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }
}
