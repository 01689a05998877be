package org.symbolon.command.radiusclient.port;

import java.util.List;

/** The RADIUS clients that administrators have defined. It is asked for each packet, and so answers from memory. */
@FunctionalInterface
public interface RadiusClients {

    List<KnownRadiusClient> all();
}
