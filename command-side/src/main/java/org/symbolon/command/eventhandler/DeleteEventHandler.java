package org.symbolon.command.eventhandler;

/** Delete an event handler with its options and conditions. */
public record DeleteEventHandler(int handlerId) {}
