package org.symbolon.query.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.shared.ProjectedBatch;

/**
 * Shows the read models as they were: inside one transaction the projectors fill temporary tables of the same names from
 * the events until then, the question is asked of those, and all is rolled back.
 */
public class PastModels {

    private static final int BATCH = 500;

    private final JdbcOperations jdbc;
    private final TransactionTemplate transaction;
    private final StoredEvents events;
    private final ProjectedBatch projectors;
    private final List<String> tables;

    /**
     * Makes it.
     *
     * @param parameters what Axon finds handlers' parameters with, positions included
     * @param projectors those of the read models that are asked
     * @param tables all tables that these projectors write, or take rows away from
     */
    public PastModels(
            JdbcOperations jdbc,
            PlatformTransactionManager transactionManager,
            StoredEvents events,
            ParameterResolverFactory parameters,
            List<?> projectors,
            List<String> tables) {
        this.jdbc = jdbc;
        this.tables = List.copyOf(tables);
        this.events = events;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.projectors = new ProjectedBatch(parameters, projectors, List.of());
    }

    /** What the question is answered when the tables are those of that time. */
    public <T> T at(Instant time, Supplier<T> question) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            makeTables();
            apart(() -> fill(time));
            return question.get();
        });
    }

    /** The other search path also keeps PostgreSQL from using a plan that it made for the tables of now. */
    private void makeTables() {
        for (String table : tables) {
            jdbc.execute("create temporary table " + table + " (like " + table
                    + " including defaults including indexes) on commit drop");
        }
        jdbc.queryForObject(
                "select set_config('search_path', 'pg_temp, ' || current_setting('search_path'), true)", String.class);
    }

    private void fill(Instant time) {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        events.replay(time, projectors.eventNames(), event -> {
            batch.add(event);
            if (batch.size() == BATCH) {
                projectors.project(batch);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            projectors.project(batch);
        }
    }

    /** Projectors write at the end of the outermost unit of work, which must be the batch's and not the question's. */
    private static void apart(Runnable action) {
        if (!CurrentUnitOfWork.isStarted()) {
            action.run();
            return;
        }
        UnitOfWork<?> outer = CurrentUnitOfWork.get();
        CurrentUnitOfWork.clear(outer);
        try {
            action.run();
        } finally {
            CurrentUnitOfWork.set(outer);
        }
    }
}
