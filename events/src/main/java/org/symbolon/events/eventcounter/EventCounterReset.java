package org.symbolon.events.eventcounter;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** What a node has counted became zero. */
@EventName("EventCounterReset")
@Revision("1")
public record EventCounterReset(String name, String node) implements EventCounterEvent {}
