package org.symbolon.events.eventhandler;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.ConfigEntry;

/** An event handler came into being. */
@EventName("EventHandlerDefined")
@Revision("1")
public record EventHandlerDefined(int handlerId, HandlerDefinition definition, Map<String, ConfigEntry> options)
        implements EventHandlerEvent {}
