package org.symbolon.command.smsgateway.port;

import java.util.Optional;

/** What people have written of a token beside, by which some gateways know whom they send to. */
@FunctionalInterface
public interface TokenEntries {

    /** An entry of the token with this serial; empty if there is none. */
    Optional<String> read(String serial, String entry);
}
