package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A periodic task was switched off. */
@EventName("PeriodicTaskDisabled")
@Revision("1")
public record PeriodicTaskDisabled(int taskId) implements PeriodicTaskEvent {}
