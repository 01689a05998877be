package org.symbolon.projections.shared;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Gives event handlers the position of their event. A streamed event carries it; an event that is being appended in the
 * current transaction has it only in the store, where this looks it up.
 */
public class PositionParameterResolverFactory implements ParameterResolverFactory {

    private final JdbcOperations jdbc;

    public PositionParameterResolverFactory(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int parameterIndex) {
        Parameter parameter = parameters[parameterIndex];
        if (!parameter.isAnnotationPresent(Position.class)) {
            return null;
        }
        if (parameter.getType() == LongSupplier.class) {
            return new PositionResolver<LongSupplier>(event -> () -> positionOf(event));
        }
        return new PositionResolver<>(this::positionOf);
    }

    private long positionOf(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked) {
            return tracked.trackingToken().position().orElseThrow();
        }
        String sql = "select global_index from domain_event where event_identifier = ?";
        Long found = jdbc.queryForObject(sql, Long.class, event.getIdentifier());
        if (found == null) {
            throw new IllegalStateException("Event " + event.getIdentifier() + " has no position");
        }
        return found;
    }

    private record PositionResolver<T>(Function<EventMessage<?>, T> position) implements ParameterResolver<T> {

        @Override
        public T resolveParameterValue(Message<?> message) {
            return position.apply((EventMessage<?>) message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof EventMessage;
        }
    }
}
