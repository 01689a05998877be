package org.symbolon.projections.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class ConsecutiveEventsTest {

    private final Collecting projector = new Collecting();

    /** Collects texts, and notes numbers at once. */
    static final class Collecting {

        private final List<Object> written = new ArrayList<>();

        @EventHandler
        public void on(String text) {
            ConsecutiveEvents.add(
                    "texts",
                    ArrayList<String>::new,
                    texts -> texts.add(text),
                    texts -> written.add(List.copyOf(texts)));
        }

        @EventHandler
        public void on(Integer number) {
            written.add(number);
        }
    }

    private void project(Object... payloads) {
        List<TrackedEventMessage<?>> events = Stream.of(payloads)
                .<TrackedEventMessage<?>>map(payload -> new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(1), GenericEventMessage.asEventMessage(payload)))
                .toList();
        new ProjectedBatch(
                        ClasspathParameterResolverFactory.forClass(ConsecutiveEventsTest.class),
                        List.of(projector),
                        List.of())
                .project(events);
    }

    @Test
    void eventsOfOneKindAreWrittenTogetherBeforeAnyOther() {
        project("a", "b", 1, "c", 2, 3, "d", "e");

        assertThat(projector.written).containsExactly(List.of("a", "b"), 1, List.of("c"), 2, 3, List.of("d", "e"));
    }

    @Test
    void nothingIsCarriedOverToTheNextBatch() {
        project("a");
        project("b");

        assertThat(projector.written).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aBatchInsideAnotherUnitOfWorkIsWrittenToItsEnd() {
        DefaultUnitOfWork.startAndGet(null).execute(() -> {
            project("a", "b");
            assertThat(projector.written).containsExactly(List.of("a", "b"));
        });
    }

    @Test
    void eachEventIsWrittenAtOnceWhereThereIsNoBatch() {
        projector.on("a");
        DefaultUnitOfWork.startAndGet(null).execute(() -> projector.on("b"));

        assertThat(projector.written).containsExactly(List.of("a"), List.of("b"));
    }
}
