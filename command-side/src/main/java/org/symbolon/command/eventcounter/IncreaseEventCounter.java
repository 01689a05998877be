package org.symbolon.command.eventcounter;

/** Count one up on a node. A counter that is not there begins at zero. */
public record IncreaseEventCounter(String name, String node) {}
