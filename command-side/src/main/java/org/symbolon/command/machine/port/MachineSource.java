package org.symbolon.command.machine.port;

import java.util.Map;

/**
 * A machine resolver as its store is opened.
 *
 * @param configuration what is no secret
 */
public record MachineSource(String name, String type, Map<String, String> configuration) {}
