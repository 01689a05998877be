package org.symbolon.projections.periodictask;

import java.time.LocalDateTime;
import java.util.Map;
import org.symbolon.events.periodictask.TaskDefinition;

/**
 * A periodic task as of now. All times are UTC.
 *
 * @param lastUpdate when it was written or switched last
 * @param lastRuns when it ran last, by node
 */
public record PeriodicTaskView(
        int id, TaskDefinition definition, LocalDateTime lastUpdate, Map<String, LocalDateTime> lastRuns) {}
