package org.symbolon.command.periodictask;

import org.symbolon.events.periodictask.TaskDefinition;

/**
 * Define a periodic task, or write one anew.
 *
 * @param taskId which one to write anew, null to define another
 */
public record SavePeriodicTask(Integer taskId, TaskDefinition definition) {}
