package org.symbolon.command.periodictask;

import java.time.Instant;
import java.util.Map;

/**
 * Put down what a run of a periodic task has brought, and that it is over: all of it, or nothing if the task has run on
 * that node since it was due.
 *
 * @param due since when the run was due, null if it was not asked whether
 * @param moment the moment that the figures are of
 * @param figures figures to note, by their keys
 * @param reading a counter to read, null for none
 */
public record FinishTaskRun(
        int taskId, String node, Instant due, Instant moment, Map<String, Long> figures, CounterReading reading) {

    /**
     * A counter whose value is to be noted.
     *
     * @param key under which it is noted
     * @param anew whether the counter is to begin anew
     */
    public record CounterReading(String counter, String key, boolean anew) {}

    /** What became of it. */
    public enum Outcome {
        /** Everything is put down. */
        DONE,
        /** The counter does not exist, so nothing was noted; the run counts all the same. */
        NOTHING_COUNTED,
        /** The task has run on this node since it was due, so nothing was put down. */
        RUN_ALREADY
    }
}
