package org.symbolon.query.machineresolver;

import java.util.Map;
import java.util.Optional;

/**
 * A machine resolver as it is listed.
 *
 * @param entries its configuration, empty where the value is a secret
 */
public record MachineResolverView(int number, String name, String type, Map<String, Optional<String>> entries) {}
