package org.symbolon.events.remoteserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;

/** A remote server has these settings from now on. */
@EventName("RemoteServerReconfigured")
@Revision("1")
public record RemoteServerReconfigured(String identifier, int number, RemoteSettings settings)
        implements RemoteServerEvent, DefinitionChanged<RemoteSettings> {}
