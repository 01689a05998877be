package org.symbolon.command.machine.port;

import java.util.List;
import java.util.function.Predicate;

/**
 * A machine as its store knows it.
 *
 * @param id what it is called inside its store
 * @param hostnames its names, the first of them the main one
 * @param address its IP address
 */
public record Machine(String id, List<String> hostnames, String address) {

    /** Whether a name, the id or the address fulfils the condition. */
    public boolean anyMatches(Predicate<String> condition) {
        return hostnames.stream().anyMatch(condition) || condition.test(id) || condition.test(address);
    }
}
