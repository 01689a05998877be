package org.symbolon.command.smsgateway.port;

import java.util.Optional;

/** The SMS gateways that administrators have defined, ready to be used. */
@FunctionalInterface
public interface ReadyGateways {

    Optional<Gateway> find(String identifier);
}
