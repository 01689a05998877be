package org.symbolon.command.radiusserver.port;

import java.util.Optional;

/** The RADIUS servers that administrators have defined, ready to be asked. */
public interface RadiusServers {

    Optional<RadiusPeer> find(String identifier);
}
