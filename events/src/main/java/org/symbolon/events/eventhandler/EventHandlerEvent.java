package org.symbolon.events.eventhandler;

/** What can happen to the definition of an event handler. */
public sealed interface EventHandlerEvent
        permits EventHandlerDefined,
                EventHandlerRedefined,
                EventHandlerEnabled,
                EventHandlerDisabled,
                EventHandlerDeleted {

    int handlerId();
}
