package org.symbolon.events.smtpserver;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to the definition of a mail server. */
public sealed interface SmtpServerEvent extends DefinitionEvent
        permits SmtpServerCreated, SmtpServerReconfigured, SmtpServerDeleted {

    String identifier();

    @Override
    default String name() {
        return identifier();
    }
}
