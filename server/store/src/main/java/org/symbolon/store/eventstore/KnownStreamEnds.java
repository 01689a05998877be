package org.symbolon.store.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;
import org.symbolon.command.eventhandler.port.StreamEnds;
import org.symbolon.command.shared.Caches;

/**
 * Knows the ends of those streams from memory to which this node has appended a moment ago: a request that looks at what it has just
 * changed asks nobody. All others are asked for.
 */
@Component
final class KnownStreamEnds implements StreamEnds {

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int MOST = 10_000;

    private final EventStorageEngine engine;
    private final Cache<String, Long> appended =
            Caches.newBuilder().expireAfterWrite(MOMENT).maximumSize(MOST).build();

    KnownStreamEnds(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** Notes what is committed. */
    void appended(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> domain) {
                appended.put(domain.getAggregateIdentifier(), domain.getSequenceNumber());
            }
        }
    }

    @Override
    public boolean isEnd(String aggregateId, Long version) {
        return Objects.equals(appended.getIfPresent(aggregateId), version)
                || Objects.equals(engine.lastSequenceNumberFor(aggregateId).orElse(null), version);
    }
}
