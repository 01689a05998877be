package org.symbolon.store.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** Where streams end, from memory or from the store. */
class KnownStreamEndsTest {

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final KnownStreamEnds ends = new KnownStreamEnds(engine);

    private static GenericDomainEventMessage<String> event(long sequence) {
        return new GenericDomainEventMessage<>("Token", "token/A", sequence, "something");
    }

    @Test
    void theStoreIsAskedForWhatThisNodeHasNotAppended() {
        engine.appendEvents(event(0), event(1));

        assertThat(ends.isEnd("token/A", 1L)).isTrue();
        assertThat(ends.isEnd("token/A", 0L)).isFalse();
        assertThat(ends.isEnd("token/B", 0L)).isFalse();
    }

    @Test
    void whatWasAppendedAMomentAgoIsKnown() {
        ends.appended(List.of(event(0), event(1)));

        assertThat(ends.isEnd("token/A", 1L)).isTrue();
        assertThat(ends.isEnd("token/A", 0L)).isFalse();
    }
}
