package org.symbolon.query.eventcounter;

/** What all nodes together have counted under a name. */
public record CounterSum(String name, long value) {}
