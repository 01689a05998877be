package org.symbolon.command.periodictask;

/** Note that a node has run a periodic task, whatever came of it, so that it is due again one interval from now. */
public record RecordTaskRun(int taskId, String node) {}
