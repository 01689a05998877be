package org.symbolon.query.eventcounter;

/** Which counters are there, and what is the value of each? */
public record ListEventCounters() {}
