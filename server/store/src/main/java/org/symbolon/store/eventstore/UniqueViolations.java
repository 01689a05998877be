package org.symbolon.store.eventstore;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.springframework.stereotype.Component;
import org.symbolon.store.database.SqlState;

/** Recognises PostgreSQL's unique violation, so that Axon knows a conflict from a fault. */
@Component
final class UniqueViolations implements PersistenceExceptionResolver {

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return SqlState.UNIQUE_VIOLATION.isBehind(exception);
    }
}
