package org.symbolon.events.periodictask;

/** What can happen to a periodic task. */
public sealed interface PeriodicTaskEvent
        permits PeriodicTaskDefined,
                PeriodicTaskRedefined,
                PeriodicTaskEnabled,
                PeriodicTaskDisabled,
                PeriodicTaskRan,
                PeriodicTaskDeleted {

    int taskId();
}
