package org.symbolon.command.periodictask;

/** Have a periodic task run no more. */
public record DisablePeriodicTask(int taskId) {}
