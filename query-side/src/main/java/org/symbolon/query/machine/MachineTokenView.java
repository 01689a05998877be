package org.symbolon.query.machine;

import java.util.Map;

/**
 * A token that is attached to a machine.
 *
 * @param machineId null for any machine
 * @param resolver null for any machine
 */
public record MachineTokenView(
        int number,
        String serial,
        String type,
        String application,
        String machineId,
        String resolver,
        Map<String, String> options) {}
