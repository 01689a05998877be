package org.symbolon.events.eventhandler;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** An event handler was deleted. */
@EventName("EventHandlerDeleted")
@Revision("1")
public record EventHandlerDeleted(int handlerId) implements EventHandlerEvent {}
