package org.symbolon.query.eventcounter;

/** Which nodes have counted under this name? */
public record ListCounterNodes(String name) {}
