package org.symbolon.command.sending;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Appends the audit's fact behind the facts of the command that it is about. */
public final class AuditInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final EventBus events;

    public AuditInterceptor(EventBus events) {
        this.events = events;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Object result = chain.proceed();
        if (unitOfWork.getMessage().getMetaData().get(AuditFact.KEY) instanceof AuditFact<?> fact) {
            Object answered = fact.of(result);
            if (answered != null) {
                events.publish(GenericEventMessage.asEventMessage(answered));
            }
        }
        return result;
    }
}
