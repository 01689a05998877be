package org.symbolon.query.monitoring;

import java.time.Duration;
import java.time.Instant;

/**
 * How did log-ins end, from the hour of the first moment to that of the last, which counts unless it begins at that very
 * moment? They are counted by whole hours.
 *
 * @param span how much time is counted together, an hour at least
 */
public record CountAuthentications(Instant from, Instant to, Duration span) {}
