package org.symbolon.store.readmodel;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.shared.ProjectedBatch;
import org.symbolon.store.eventstore.EventReader;

/**
 * Projects a batch of events, and where a read model fails on one of them, all others: the batch is halved until the one is found, and
 * in its place the models see that it is missing. What may go well the next time, such as a database that is away, is left to
 * whoever tries again.
 */
@Component
public class CarefulProjection implements ErrorHandler {

    /** Classes of SQL states that a statement would meet again: data exceptions and broken constraints (PostgreSQL, appendix A). */
    private static final Set<String> FOR_GOOD = Set.of("22", "23");

    private static final int CLASS = 2;

    private final EventReader events;
    private final ProjectedBatch trailing;
    private final TransactionTemplate separate;

    CarefulProjection(EventReader events, Projectors projectors, PlatformTransactionManager transactions) {
        this.events = events;
        this.trailing = projectors.trailing();
        this.separate = new TransactionTemplate(transactions);
        this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** For the live trailing models, whose batch came to nothing. What it has done in its place is found by their position. */
    @Override
    public void handleError(ErrorContext context) throws Exception {
        if (isPassing(context.error())) {
            PropagatingErrorHandler.INSTANCE.handleError(context);
            return;
        }
        List<TrackedEventMessage<?>> failed = context.failedEvents().stream()
                .<TrackedEventMessage<?>>map(event -> (TrackedEventMessage<?>) event)
                .toList();
        afterFailure(trailing, failed, context.error());
    }

    /** In as many transactions as it takes. */
    void project(ProjectedBatch models, List<? extends TrackedEventMessage<?>> batch) {
        try {
            separate.executeWithoutResult(status -> models.project(batch));
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            afterFailure(models, batch, failure);
        }
    }

    private void afterFailure(ProjectedBatch models, List<? extends TrackedEventMessage<?>> batch, Throwable failure) {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            project(models, batch.subList(0, half));
            project(models, batch.subList(half, batch.size()));
            return;
        }
        TrackedEventMessage<?> missing = events.unprojectable(batch.get(0), nameOf(failure));
        separate.executeWithoutResult(status -> models.project(List.of(missing)));
    }

    private static boolean isPassing(Throwable failure) {
        Throwable cause = failure;
        Throwable innermost = failure;
        while (cause != null) {
            if (cause instanceof SQLException refused) {
                return !isForGood(refused);
            }
            innermost = cause;
            cause = cause.getCause();
        }
        return innermost instanceof Error
                || innermost instanceof AxonException
                || innermost instanceof DataAccessException
                || innermost instanceof TransactionException
                || innermost instanceof InterruptedException;
    }

    private static boolean isForGood(SQLException refused) {
        for (SQLException next = refused; next != null; next = next.getNextException()) {
            String state = next.getSQLState();
            if (state != null && state.length() > CLASS && FOR_GOOD.contains(state.substring(0, CLASS))) {
                return true;
            }
        }
        return false;
    }

    /** What it says may quote the event. */
    private static String nameOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException refused
                ? "SQL state " + refused.getSQLState()
                : cause.getClass().getSimpleName();
    }
}
