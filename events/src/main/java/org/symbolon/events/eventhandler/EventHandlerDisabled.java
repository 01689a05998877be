package org.symbolon.events.eventhandler;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** An event handler was switched off. */
@EventName("EventHandlerDisabled")
@Revision("1")
public record EventHandlerDisabled(int handlerId) implements EventHandlerEvent {}
