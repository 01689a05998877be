package org.symbolon.command.radiusclient.port;

import java.util.Optional;
import org.symbolon.events.shared.Secret;

/** Opens what RADIUS clients share with this server, for those who compare it. */
@FunctionalInterface
public interface RadiusClientSecrets {

    /** As it is now; empty if the client has none, or is not there. */
    Optional<Secret> secretOf(String client);
}
