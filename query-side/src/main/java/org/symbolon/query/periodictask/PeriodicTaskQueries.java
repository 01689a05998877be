package org.symbolon.query.periodictask;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.periodictask.PeriodicTaskRows;
import org.symbolon.projections.periodictask.PeriodicTaskView;

/** Answers questions about periodic tasks, each from one state of their tables. */
public class PeriodicTaskQueries {

    private final PeriodicTaskRows rows;
    private final TransactionTemplate snapshot;

    public PeriodicTaskQueries(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        this.rows = new PeriodicTaskRows(jdbc);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @QueryHandler
    public List<PeriodicTaskView> handle(ListPeriodicTasks query) {
        return snapshot.execute(status -> rows.all());
    }

    @QueryHandler
    public Optional<PeriodicTaskView> handle(FindPeriodicTask query) {
        return handle(new ListPeriodicTasks()).stream()
                .filter(task -> task.id() == query.taskId())
                .findFirst();
    }
}
