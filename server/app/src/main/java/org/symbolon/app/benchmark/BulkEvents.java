package org.symbolon.app.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.projections.shared.ProjectedBatch;
import org.symbolon.store.readmodel.Projectors;

/**
 * Appends many events in one commit, inline read models included. A command has each of its few events projected by
 * itself; here the projectors get all of them as in a rebuild, so that they may write those of one kind together. What a
 * node keeps in memory hears nothing of them.
 */
@Component
final class BulkEvents {

    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final JdbcOperations jdbc;
    private final ProjectedBatch inline;

    BulkEvents(EventStorageEngine engine, TransactionManager transactions, JdbcOperations jdbc, Projectors projectors) {
        this.engine = engine;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.inline = projectors.inline();
    }

    /** Makes the events inside the transaction that appends them, so that what they rely on is part of it. */
    void append(Supplier<List<EventMessage<?>>> batch) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        unitOfWork.execute(() -> {
            List<EventMessage<?>> events = batch.get();
            engine.appendEvents(events);
            inline.project(tracked(events));
        });
    }

    private List<? extends TrackedEventMessage<?>> tracked(List<EventMessage<?>> events) {
        Map<String, Long> positions = new HashMap<>();
        jdbc.query(
                "select event_identifier, global_index from domain_event"
                        + " where event_identifier = any(cast(? as text[]))",
                row -> {
                    positions.put(row.getString(1), row.getLong(2));
                },
                (Object) events.stream().map(EventMessage::getIdentifier).toArray(String[]::new));
        return events.stream()
                .map(event -> tracked(event, new GlobalSequenceTrackingToken(positions.get(event.getIdentifier()))))
                .toList();
    }

    private static TrackedEventMessage<?> tracked(EventMessage<?> event, TrackingToken position) {
        return event instanceof DomainEventMessage<?> ofAggregate
                ? new GenericTrackedDomainEventMessage<>(position, ofAggregate)
                : new GenericTrackedEventMessage<>(position, event);
    }
}
