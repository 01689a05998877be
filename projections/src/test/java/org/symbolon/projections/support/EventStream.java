package org.symbolon.projections.support;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.serialization.Revision;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.events.EventName;
import org.symbolon.events.admin.AdminEvent;
import org.symbolon.events.config.ConfigEvent;
import org.symbolon.events.eventcounter.EventCounterEvent;
import org.symbolon.events.eventhandler.EventHandlerEvent;
import org.symbolon.events.monitoring.MonitoringEvent;
import org.symbolon.events.periodictask.PeriodicTaskEvent;
import org.symbolon.events.policy.PolicyEvent;
import org.symbolon.events.realm.RealmEvent;
import org.symbolon.events.resolver.ResolverEvent;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.user.UserAttributeEvent;
import org.symbolon.projections.shared.PositionParameterResolverFactory;
import org.symbolon.projections.shared.ProjectedBatch;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stream of events and the ways in which projectors get it: in the transaction that appends, in batches afterwards, or
 * all anew. The handlers are found and called by Axon, so annotations and parameters are tested, too.
 */
public final class EventStream {

    private static final Instant START = Instant.parse("2026-11-24T12:34:44.537961Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
            .changeDefaultVisibility(old -> old.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private final ReadModelDatabase database;
    private final List<TrackedEventMessage<?>> events = new ArrayList<>();
    private final Map<List<Object>, SimpleEventHandlerInvoker> invokers = new HashMap<>();
    private int projectedInline;
    private int projectedTrailing;
    private Map<String, String> metadata = Map.of("actor", "admin", "client", "10.0.0.1", "node", "node1");

    public EventStream(ReadModelDatabase database) {
        this.database = database;
    }

    /** What the metadata of the events says that are appended from now on. */
    public EventStream as(Map<String, String> newMetadata) {
        metadata = newMetadata;
        return this;
    }

    /** The time at which the event with this position happened: one second after the one before. */
    public static Instant timeOf(long position) {
        return START.plus(Duration.ofSeconds(position - 1));
    }

    /** Appends events; the first one ever has position 1. */
    public EventStream append(Object... payloads) {
        for (Object payload : payloads) {
            long position = events.size() + 1L;
            GenericDomainEventMessage<Object> message = new GenericDomainEventMessage<>(
                    "Aggregate",
                    aggregateOf(payload),
                    position,
                    payload,
                    metadata,
                    UUID.randomUUID().toString(),
                    timeOf(position));
            events.add(new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), message));
            store(position, message);
        }
        return this;
    }

    private void store(long position, GenericDomainEventMessage<Object> message) {
        database.jdbc()
                .update(
                        "insert into public.domain_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        position,
                        message.getIdentifier(),
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber(),
                        message.getType(),
                        message.getPayloadType().getAnnotation(EventName.class).value(),
                        message.getPayloadType().getAnnotation(Revision.class).value(),
                        message.getTimestamp().toString(),
                        JSON.writeValueAsString(message.getPayload()),
                        JSON.writeValueAsString(message.getMetaData()));
    }

    private static String aggregateOf(Object payload) {
        if (payload instanceof TokenEvent event) {
            return "token/" + event.serial();
        }
        if (payload instanceof RealmEvent event) {
            return "realm/" + event.name();
        }
        if (payload instanceof ResolverEvent event) {
            return "resolver/" + event.name();
        }
        if (payload instanceof PolicyEvent event) {
            return "policy/" + event.name();
        }
        if (payload instanceof AdminEvent event) {
            return "admin/" + event.username();
        }
        if (payload instanceof EventHandlerEvent event) {
            return "eventhandler/" + event.handlerId();
        }
        if (payload instanceof PeriodicTaskEvent event) {
            return "periodictask/" + event.taskId();
        }
        if (payload instanceof MonitoringEvent event) {
            return "monitoring/" + event.key();
        }
        if (payload instanceof EventCounterEvent event) {
            return "eventcounter/" + event.name() + "/" + event.node();
        }
        if (payload instanceof UserAttributeEvent event) {
            return "userattributes/" + event.user().realmId() + "/"
                    + event.user().userId();
        }
        return payload instanceof ConfigEvent ? "config" : UUID.randomUUID().toString();
    }

    public List<TrackedEventMessage<?>> events() {
        return events;
    }

    /** Hands over the events that were appended since the last call, as in the transaction that appends them. */
    public EventStream projectInline(Object... projectors) {
        for (; projectedInline < events.size(); projectedInline++) {
            TrackedEventMessage<?> event = events.get(projectedInline);
            EventMessage<?> untracked = new GenericDomainEventMessage<>(
                    "Aggregate",
                    "any",
                    0,
                    event.getPayload(),
                    event.getMetaData(),
                    event.getIdentifier(),
                    event.getTimestamp());
            process(List.of(untracked), List.of(), projectors);
        }
        return this;
    }

    /** Hands over the events that were appended since the last call, in batches as a streaming processor does. */
    public EventStream projectTrailing(
            int size, List<MessageHandlerInterceptor<EventMessage<?>>> interceptors, Object... projectors) {
        projectBatches(events.subList(projectedTrailing, events.size()), size, interceptors, projectors);
        projectedTrailing = events.size();
        return this;
    }

    /** Hands over all events from the first, in batches, as a rebuild does. */
    public void rebuild(int size, List<MessageHandlerInterceptor<EventMessage<?>>> interceptors, Object... projectors) {
        ProjectedBatch batch = new ProjectedBatch(parameters(database), List.of(projectors), List.copyOf(interceptors));
        TransactionTemplate transaction = new TransactionTemplate(database.transactionManager());
        for (int start = 0; start < events.size(); start += size) {
            List<TrackedEventMessage<?>> some = events.subList(start, Math.min(start + size, events.size()));
            transaction.executeWithoutResult(status -> batch.project(some));
        }
    }

    /** The same events, to be projected into other tables. */
    public EventStream into(ReadModelDatabase other) {
        EventStream stream = new EventStream(other);
        stream.events.addAll(events);
        return stream;
    }

    private void projectBatches(
            List<TrackedEventMessage<?>> all,
            int size,
            List<MessageHandlerInterceptor<EventMessage<?>>> interceptors,
            Object... projectors) {
        for (int start = 0; start < all.size(); start += size) {
            process(all.subList(start, Math.min(start + size, all.size())), interceptors, projectors);
        }
    }

    private void process(
            List<? extends EventMessage<?>> batch,
            List<MessageHandlerInterceptor<EventMessage<?>>> interceptors,
            Object... projectors) {
        SimpleEventHandlerInvoker invoker =
                invokers.computeIfAbsent(List.of(projectors), wanted -> invoker(projectors));
        BatchingUnitOfWork<EventMessage<?>> unitOfWork = new BatchingUnitOfWork<>(List.copyOf(batch));
        unitOfWork.attachTransaction(new SpringTransactions(database.transactionManager()));
        ResultMessage<?> result = unitOfWork.executeWithResult(
                () -> new DefaultInterceptorChain<EventMessage<?>>(unitOfWork, interceptors, message -> {
                            invoker.handle(message, Segment.ROOT_SEGMENT);
                            return null;
                        })
                        .proceed());
        if (result.isExceptional()) {
            throw new IllegalStateException("A projector failed", result.exceptionResult());
        }
    }

    private SimpleEventHandlerInvoker invoker(Object... projectors) {
        return SimpleEventHandlerInvoker.builder()
                .eventHandlers(projectors)
                .parameterResolverFactory(parameters(database))
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    public static ParameterResolverFactory parameters(ReadModelDatabase database) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(EventStream.class),
                new PositionParameterResolverFactory(database.jdbc()));
    }

    private record SpringTransactions(PlatformTransactionManager manager) implements TransactionManager {

        @Override
        public Transaction startTransaction() {
            TransactionStatus status = manager.getTransaction(null);
            return new Transaction() {
                @Override
                public void commit() {
                    manager.commit(status);
                }

                @Override
                public void rollback() {
                    manager.rollback(status);
                }
            };
        }
    }
}
