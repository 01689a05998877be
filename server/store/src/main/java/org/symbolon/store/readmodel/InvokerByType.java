package org.symbolon.store.readmodel;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/**
 * Asks handlers about an event only where one of them takes its type, and asks once which types that are. A log-in's events concern
 * no model that is projected inline, and there are many such models to ask.
 */
public final class InvokerByType implements EventHandlerInvoker {

    private final EventHandlerInvoker handlers;
    private final ClassValue<Boolean> taken = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> payload) {
            return handlers.canHandleType(payload);
        }
    };

    public InvokerByType(EventHandlerInvoker handlers) {
        this.handlers = handlers;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return canHandleType(event.getPayloadType()) && handlers.canHandle(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payload) {
        return taken.get(payload);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        handlers.handle(event, segment);
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        handlers.performReset();
    }

    @Override
    public <R> void performReset(R context) {
        handlers.performReset(context);
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }
}
