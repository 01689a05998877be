package org.symbolon.command.audit;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.audit.AuditRotated;

/** Appends the facts of requests that no other command appends, and those about the audit itself. */
public class AuditCommands {

    private final EventBus events;

    public AuditCommands(EventBus events) {
        this.events = events;
    }

    @CommandHandler
    public void handle(RecordRequest command) {
        events.publish(GenericEventMessage.asEventMessage(command.fact()));
    }

    @CommandHandler
    public void handle(RotateAudit command) {
        if (command.lastRemoved() < 1) {
            throw Refusal.parameter("The audit begins with row 1.");
        }
        events.publish(GenericEventMessage.asEventMessage(new AuditRotated(command.lastRemoved())));
    }
}
