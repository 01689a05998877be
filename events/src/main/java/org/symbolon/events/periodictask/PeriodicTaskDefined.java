package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A periodic task came into being. */
@EventName("PeriodicTaskDefined")
@Revision("1")
public record PeriodicTaskDefined(int taskId, TaskDefinition definition) implements PeriodicTaskEvent {}
