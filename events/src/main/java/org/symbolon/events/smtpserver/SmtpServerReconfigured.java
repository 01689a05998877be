package org.symbolon.events.smtpserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;

/** A mail server has these settings from now on. */
@EventName("SmtpServerReconfigured")
@Revision("1")
public record SmtpServerReconfigured(String identifier, int number, SmtpSettings settings)
        implements SmtpServerEvent, DefinitionChanged<SmtpSettings> {}
