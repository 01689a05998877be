package org.symbolon.query.periodictask;

import java.time.Instant;

/** Which periodic tasks were there? */
public record ListPeriodicTasksAt(Instant time) {}
