package org.symbolon.query.eventcounter;

/** What have all nodes together counted under this name? */
public record FindEventCounter(String name) {}
