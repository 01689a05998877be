package org.symbolon.events.eventcounter;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A node counted one down; the value is what the node has counted then, perhaps less than nothing. */
@EventName("EventCounterDecreased")
@Revision("1")
public record EventCounterDecreased(String name, String node, int value) implements EventCounterEvent {}
