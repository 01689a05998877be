package org.symbolon.events.periodictask;

import java.util.List;
import java.util.Map;

/**
 * What a periodic task does, when and where.
 *
 * @param retryIfFailed whether a run that failed is tried again before it is due anew
 * @param interval when it is due, in the columns of cron
 * @param nodes names of the nodes that run it
 * @param ordering of those that are due the smaller goes first
 * @param options texts by key; their meaning is the module's
 */
public record TaskDefinition(
        String name,
        boolean active,
        boolean retryIfFailed,
        String interval,
        List<String> nodes,
        String module,
        int ordering,
        Map<String, String> options) {}
