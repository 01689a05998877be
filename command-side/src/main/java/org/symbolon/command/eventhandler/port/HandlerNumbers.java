package org.symbolon.command.eventhandler.port;

/** Numbers of event handlers. */
public interface HandlerNumbers {

    /** A number for a new event handler that no other has or had. */
    int nextEventHandlerId();
}
