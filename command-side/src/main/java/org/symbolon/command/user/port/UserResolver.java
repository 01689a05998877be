package org.symbolon.command.user.port;

import java.util.Map;
import org.symbolon.events.shared.ConfigEntry;

/** A resolver as its user store is opened; its secrets are still sealed. */
public record UserResolver(String name, String type, Map<String, ConfigEntry> entries) {}
