package org.symbolon.command.eventhandler;

/** Have an event handler take part from now on. */
public record EnableEventHandler(int handlerId) {}
