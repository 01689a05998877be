package org.symbolon.command.periodictask;

/** Have a periodic task run from now on. */
public record EnablePeriodicTask(int taskId) {}
