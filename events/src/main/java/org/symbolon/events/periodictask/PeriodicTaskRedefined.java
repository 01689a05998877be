package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A periodic task was written anew as a whole: options and runs of nodes that are not in it any more are gone. */
@EventName("PeriodicTaskRedefined")
@Revision("1")
public record PeriodicTaskRedefined(int taskId, TaskDefinition definition) implements PeriodicTaskEvent {}
