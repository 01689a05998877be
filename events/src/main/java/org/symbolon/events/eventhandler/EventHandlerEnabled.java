package org.symbolon.events.eventhandler;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** An event handler was switched on. */
@EventName("EventHandlerEnabled")
@Revision("1")
public record EventHandlerEnabled(int handlerId) implements EventHandlerEvent {}
