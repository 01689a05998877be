package org.symbolon.query.machine;

import java.util.Map;

/**
 * Which tokens are attached to machines? What is null or empty excludes nothing.
 *
 * @param serial may hold asterisks that stand for any characters
 * @param options wanted values of options, which may hold asterisks, too
 */
public record ListMachineTokens(
        String serial, String application, String machineId, String resolver, Map<String, String> options) {

    /** All that is attached for one token. */
    public static ListMachineTokens ofToken(String serial) {
        return new ListMachineTokens(serial, null, null, null, Map.of());
    }
}
