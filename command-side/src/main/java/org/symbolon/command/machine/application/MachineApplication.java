package org.symbolon.command.machine.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A use of tokens on machines: it describes its options and builds what a machine gets. An application is pure: what it
 * needs of chance and settings is handed to it.
 */
public interface MachineApplication {

    /** The name on the wire and in the table {@code machinetoken}. */
    String name();

    List<ApplicationOption> options();

    /**
     * Looks at options that somebody wants to set; there may be others than the described ones.
     *
     * @throws org.symbolon.command.error.Refusal 905 if one of them would never work
     */
    default void check(Map<String, String> options) {}

    /**
     * What a machine gets for a token; empty if the token is none for this application.
     *
     * @throws org.symbolon.command.error.Refusal 905 if the request's challenge is malformed
     */
    Optional<AuthItem> itemFor(ApplicationToken token, ItemRequest request);
}
