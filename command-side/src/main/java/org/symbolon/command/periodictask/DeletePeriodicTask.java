package org.symbolon.command.periodictask;

/** Delete a periodic task with its options and the record of its runs. */
public record DeletePeriodicTask(int taskId) {}
