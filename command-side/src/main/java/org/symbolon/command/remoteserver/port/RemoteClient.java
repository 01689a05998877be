package org.symbolon.command.remoteserver.port;

/** Asks other servers of this kind whether they let somebody in. */
@FunctionalInterface
public interface RemoteClient {

    /**
     * What the server says.
     *
     * @throws RemoteUnavailableException if it says nothing in time, or what cannot be understood
     */
    RemoteAnswer ask(RemotePeer peer, RemoteRequest request);
}
