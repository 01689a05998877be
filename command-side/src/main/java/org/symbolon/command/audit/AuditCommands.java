package org.symbolon.command.audit;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;

/** Appends the facts of requests that no other command appends. */
public class AuditCommands {

    private final EventBus events;

    public AuditCommands(EventBus events) {
        this.events = events;
    }

    @CommandHandler
    public void handle(RecordRequest command) {
        events.publish(GenericEventMessage.asEventMessage(command.fact()));
    }
}
