package org.symbolon.command.token.port;

import java.util.Optional;

/** Knows which token has something that no two tokens may have, such as the key of a device. */
@FunctionalInterface
public interface KeyHolders {

    /** The serial of the token; empty if none has it. */
    Optional<String> serialOf(String kind, String value);
}
