package org.symbolon.events.eventcounter;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A node counted one up; the value is what the node has counted then. */
@EventName("EventCounterIncreased")
@Revision("1")
public record EventCounterIncreased(String name, String node, int value) implements EventCounterEvent {}
