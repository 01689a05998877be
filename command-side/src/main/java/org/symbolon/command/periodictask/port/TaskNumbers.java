package org.symbolon.command.periodictask.port;

/** Numbers of periodic tasks. */
public interface TaskNumbers {

    /** A number for a new periodic task that no other has or had. */
    int nextPeriodicTaskId();
}
