package org.symbolon.command.remoteserver.port;

import java.util.Optional;

/** The other servers that administrators have defined, ready to be asked. */
@FunctionalInterface
public interface RemoteServers {

    /** The one of this number or, if none has it, of this name. */
    Optional<RemotePeer> find(String numberOrName);
}
