package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A periodic task was switched on, perhaps once more; its time counts from here. */
@EventName("PeriodicTaskEnabled")
@Revision("1")
public record PeriodicTaskEnabled(int taskId) implements PeriodicTaskEvent {}
