package org.symbolon.query.periodictask;

/** Which periodic tasks are there, in the order of their turns? */
public record ListPeriodicTasks() {}
