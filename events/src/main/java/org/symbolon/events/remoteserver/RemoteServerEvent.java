package org.symbolon.events.remoteserver;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to the definition of a remote server. */
public sealed interface RemoteServerEvent extends DefinitionEvent
        permits RemoteServerCreated, RemoteServerReconfigured, RemoteServerDeleted {

    String identifier();

    @Override
    default String name() {
        return identifier();
    }
}
