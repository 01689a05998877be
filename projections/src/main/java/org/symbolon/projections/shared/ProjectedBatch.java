package org.symbolon.projections.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.symbolon.events.EventFamilies;

/**
 * Lets projectors see stored events again, a batch in one unit of work: what a rebuild and a look at the past have in
 * common. The caller owns the transaction.
 */
public final class ProjectedBatch {

    private final SimpleEventHandlerInvoker projectors;
    private final List<MessageHandlerInterceptor<? super EventMessage<?>>> interceptors;

    /**
     * Makes it.
     *
     * @param parameters what Axon finds handlers' parameters with, positions included
     * @param interceptors what stands before the projectors, in this order
     */
    public ProjectedBatch(
            ParameterResolverFactory parameters,
            List<?> projectors,
            List<MessageHandlerInterceptor<? super EventMessage<?>>> interceptors) {
        this.interceptors = interceptors;
        this.projectors = SimpleEventHandlerInvoker.builder()
                .eventHandlers(projectors)
                .parameterResolverFactory(parameters)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    /** Projects the events, in their order; any failure is thrown and nothing of the batch may be kept. */
    public void project(List<? extends TrackedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        BatchingUnitOfWork<EventMessage<?>> unitOfWork = new BatchingUnitOfWork<>(List.copyOf(events));
        ConsecutiveEvents run = ConsecutiveEvents.in(unitOfWork);
        ResultMessage<?> result = unitOfWork.executeWithResult(() -> {
            new DefaultInterceptorChain<>(unitOfWork, interceptors, event -> handle(event, run)).proceed();
            if (unitOfWork.isLastMessage()) {
                run.end();
            }
            return null;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException("Stored events could not be projected", result.exceptionResult());
        }
    }

    /** The names of the events that any of the projectors handles. */
    public Set<String> eventNames() {
        return EventFamilies.byName().entrySet().stream()
                .filter(event -> projectors.canHandleType(event.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Object handle(EventMessage<?> event, ConsecutiveEvents run) throws Exception {
        run.meet(event.getPayloadType());
        projectors.handle(event, Segment.ROOT_SEGMENT);
        return null;
    }
}
