package org.symbolon.events.periodictask;

/** What can happen to the name of a periodic task. */
public sealed interface TaskNameEvent permits TaskNameTaken, TaskNameReleased {

    String name();

    int taskId();
}
