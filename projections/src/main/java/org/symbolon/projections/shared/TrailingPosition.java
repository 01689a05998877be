package org.symbolon.projections.shared;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Remembers beside the trailing read models how far they have come, and keeps from them what they have had. The
 * processor's own token knows nothing of a swap of schemas; this row is swapped together with what it speaks of.
 */
public class TrailingPosition implements MessageHandlerInterceptor<EventMessage<?>> {

    static final String NAME = "trailing";

    private final JdbcOperations jdbc;

    public TrailingPosition(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        TrackedEventMessage<?> event = (TrackedEventMessage<?>) unitOfWork.getMessage();
        long position = event.trackingToken().position().orElseThrow();
        Progress progress = UnitOfWorkBatch.current(TrailingPosition.class.getName(), this::lock, this::store);
        if (position <= progress.position) {
            return null;
        }
        Object result = chain.proceed();
        progress.position = position;
        return result;
    }

    private Progress lock() {
        jdbc.update(
                "insert into projection_position (name, position) values (?, -1) on conflict (name) do nothing", NAME);
        Long position = jdbc.queryForObject(
                "select position from projection_position where name = ? for update", Long.class, NAME);
        return new Progress(position == null ? -1 : position);
    }

    private void store(Progress progress) {
        jdbc.update("update projection_position set position = ? where name = ?", progress.position, NAME);
    }

    private static final class Progress {

        private long position;

        private Progress(long position) {
            this.position = position;
        }
    }
}
