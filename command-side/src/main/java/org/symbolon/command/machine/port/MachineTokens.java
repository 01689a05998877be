package org.symbolon.command.machine.port;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is known of tokens on machines, as of the current transaction. */
public interface MachineTokens {

    /** The number of the machine resolver of exactly this name. */
    OptionalInt resolverNumber(String name);

    /** The machine token of this number, if it is one of the token's. */
    Optional<Known> find(String serial, int number);

    /** What of a machine token decisions depend on. */
    record Known(String application, Set<String> optionKeys) {}
}
