package org.symbolon.projections.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes down beside the read models which events they lack because those cannot be read, and keeps from them what happened to the same
 * aggregates later: their rows stay as they were before, old but right. The list is swapped together with the models it speaks of, so a
 * rebuild makes it anew.
 */
public class UnreadableEvents implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableEvents.class);

    private final JdbcOperations jdbc;

    public UnreadableEvents(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        EventMessage<?> event = unitOfWork.getMessage();
        Set<String> hidden =
                UnitOfWorkBatch.current(UnreadableEvents.class.getName(), this::hiddenAggregates, unchanged -> {});
        if (event.getPayload() instanceof UnreadableEvent unreadable) {
            note(unreadable, hidden);
        } else if (event instanceof DomainEventMessage<?> happened
                && hidden.contains(happened.getAggregateIdentifier())) {
            return null;
        }
        return chain.proceed();
    }

    /** Which events the read models lack, a line for each. */
    public static List<String> named(JdbcOperations jdbc) {
        return jdbc.query(
                """
                select global_index, name, aggregate_identifier, reason from unreadable_event
                where not left_out order by global_index
                """,
                (row, number) -> "event %d, %s of %s: %s"
                        .formatted(
                                row.getLong("global_index"),
                                row.getString("name"),
                                row.getString("aggregate_identifier"),
                                row.getString("reason")));
    }

    private Set<String> hiddenAggregates() {
        return new HashSet<>(jdbc.queryForList(
                "select aggregate_identifier from unreadable_event where hides_what_follows", String.class));
    }

    private void note(UnreadableEvent event, Set<String> hidden) {
        if (event.hidesWhatFollows()) {
            hidden.add(event.aggregate());
        }
        if (event.isLeftOut() && !event.hidesWhatFollows()) {
            return;
        }
        int noted = jdbc.update(
                """
                insert into unreadable_event (global_index, event_identifier, aggregate_identifier, sequence_number, name,
                    reason, left_out, hides_what_follows)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                event.index(),
                event.eventId(),
                event.aggregate(),
                event.sequence(),
                event.name(),
                event.why(),
                event.isLeftOut(),
                event.hidesWhatFollows());
        if (noted == 1 && !event.isLeftOut()) {
            LOG.error(
                    "{} Read models go on without it. See the chapter on unreadable events in docs/operations.md",
                    event.sentence());
        }
    }
}
