package org.symbolon.events.smtpserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;

/** A mail server was defined. */
@EventName("SmtpServerCreated")
@Revision("1")
public record SmtpServerCreated(String identifier, int number, SmtpSettings settings)
        implements SmtpServerEvent, DefinitionMade<SmtpSettings> {}
