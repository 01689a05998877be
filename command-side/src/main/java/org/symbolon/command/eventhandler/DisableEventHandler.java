package org.symbolon.command.eventhandler;

/** Have an event handler take part no more. */
public record DisableEventHandler(int handlerId) {}
