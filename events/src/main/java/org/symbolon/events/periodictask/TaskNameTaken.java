package org.symbolon.events.periodictask;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A periodic task took a name, which no other can have until it is released. */
@EventName("TaskNameTaken")
@Revision("1")
public record TaskNameTaken(String name, int taskId) implements TaskNameEvent {}
