package org.symbolon.command.machine.port;

import java.util.Map;
import org.symbolon.events.shared.ConfigEntry;

/** A machine resolver as its store is opened; its secrets are still sealed. */
public record MachineSource(String name, String type, Map<String, ConfigEntry> entries) {}
