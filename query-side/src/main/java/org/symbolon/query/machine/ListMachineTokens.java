package org.symbolon.query.machine;

import java.util.Map;
import org.symbolon.events.shared.Reach;

/**
 * Which tokens are attached to machines? What is null or empty excludes nothing.
 *
 * @param serial may hold asterisks that stand for any characters
 * @param reach whose tokens the asking one may see, null for all
 * @param options wanted values of options, which may hold asterisks, too
 */
public record ListMachineTokens(
        String serial,
        String application,
        String machineId,
        String resolver,
        Map<String, String> options,
        Reach reach) {

    /** For one who may see all tokens. */
    public ListMachineTokens(
            String serial, String application, String machineId, String resolver, Map<String, String> options) {
        this(serial, application, machineId, resolver, options, null);
    }

    /** Only what is attached of tokens that may be seen; null for all. */
    public ListMachineTokens within(Reach allowed) {
        return new ListMachineTokens(serial, application, machineId, resolver, options, allowed);
    }

    /** All that is attached for one token. */
    public static ListMachineTokens ofToken(String serial) {
        return new ListMachineTokens(serial, null, null, null, Map.of());
    }
}
