package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A run of a periodic task came to its end on a node. The time of the event is the time of the end. */
@EventName("PeriodicTaskRan")
@Revision("1")
public record PeriodicTaskRan(int taskId, String node) implements PeriodicTaskEvent {}
