package org.symbolon.query.periodictask;

/** What is known of the periodic task with this number? */
public record FindPeriodicTask(int taskId) {}
