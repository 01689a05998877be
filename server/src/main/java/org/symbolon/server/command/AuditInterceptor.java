package org.symbolon.server.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Appends the audit's fact behind the facts of the command that it is about. */
final class AuditInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final EventBus events;

    AuditInterceptor(EventBus events) {
        this.events = events;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Object result = chain.proceed();
        if (unitOfWork.getMessage().getMetaData().get(AuditedAnswer.KEY) instanceof AuditedAnswer<?> answer) {
            events.publish(GenericEventMessage.asEventMessage(answer.factOf(result)));
        }
        return result;
    }
}
