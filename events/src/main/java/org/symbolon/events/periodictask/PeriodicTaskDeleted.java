package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A periodic task was deleted. */
@EventName("PeriodicTaskDeleted")
@Revision("1")
public record PeriodicTaskDeleted(int taskId) implements PeriodicTaskEvent {}
