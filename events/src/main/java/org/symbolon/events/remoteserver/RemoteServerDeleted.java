package org.symbolon.events.remoteserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** The definition of a remote server was deleted. */
@EventName("RemoteServerDeleted")
@Revision("1")
public record RemoteServerDeleted(String identifier, int number) implements RemoteServerEvent, DefinitionDeleted {}
