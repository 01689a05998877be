package org.symbolon.command.remoteserver.port;

import java.util.Optional;

/** Places on the other servers that administrators have defined. */
@FunctionalInterface
public interface RemotePaths {

    /** The path on the server of this number or, if none has it, of this name. */
    Optional<RemotePeer> find(String numberOrName, String path);
}
