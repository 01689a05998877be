package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A periodic task gave its name up. */
@EventName("TaskNameReleased")
@Revision("1")
public record TaskNameReleased(String name, int taskId) implements TaskNameEvent {}
