package org.symbolon.projections.eventhandler;

import java.util.Map;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;

/** An event handler as of now; its secrets are still sealed. */
public record EventHandlerView(int id, HandlerDefinition definition, Map<String, ConfigEntry> options) {}
