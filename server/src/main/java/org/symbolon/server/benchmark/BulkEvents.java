package org.symbolon.server.benchmark;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Appends many events in one commit, in the way in which a command appends its few: inline read models included. */
final class BulkEvents {

    private final EventStore store;
    private final TransactionManager transactions;

    BulkEvents(EventStore store, TransactionManager transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** Makes the events inside the transaction that appends them, so that what they rely on is part of it. */
    void append(Supplier<List<EventMessage<?>>> batch) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        unitOfWork.execute(() -> store.publish(batch.get()));
    }
}
