package org.symbolon.projections.config;

import java.util.Map;
import org.symbolon.events.shared.ConfigEntry;

/** A resolver as of now; its secrets are still sealed. */
public record ResolverView(int id, String name, String type, Map<String, ConfigEntry> entries) {}
