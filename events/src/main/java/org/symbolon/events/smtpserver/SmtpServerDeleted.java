package org.symbolon.events.smtpserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** The definition of a mail server was deleted. */
@EventName("SmtpServerDeleted")
@Revision("1")
public record SmtpServerDeleted(String identifier, int number) implements SmtpServerEvent, DefinitionDeleted {}
