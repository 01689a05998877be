package org.symbolon.events.remoteserver;

/** What can happen to the definition of a remote server. */
public sealed interface RemoteServerEvent permits RemoteServerCreated, RemoteServerReconfigured, RemoteServerDeleted {

    String identifier();

    int number();
}
