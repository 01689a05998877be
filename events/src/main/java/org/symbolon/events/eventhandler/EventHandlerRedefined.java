package org.symbolon.events.eventhandler;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.ConfigEntry;

/** An event handler was written anew as a whole: what is not in it any more is gone. */
@EventName("EventHandlerRedefined")
@Revision("1")
public record EventHandlerRedefined(int handlerId, HandlerDefinition definition, Map<String, ConfigEntry> options)
        implements EventHandlerEvent {}
