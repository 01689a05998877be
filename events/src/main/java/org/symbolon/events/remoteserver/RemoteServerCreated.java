package org.symbolon.events.remoteserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;

/** A remote server was defined. */
@EventName("RemoteServerCreated")
@Revision("1")
public record RemoteServerCreated(String identifier, int number, RemoteSettings settings)
        implements RemoteServerEvent, DefinitionMade<RemoteSettings> {}
