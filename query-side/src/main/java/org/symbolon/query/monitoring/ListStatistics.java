package org.symbolon.query.monitoring;

import java.time.Instant;

/** Which figures are there under the key from these moments, the oldest first? Both ends are included; a null end is open. */
public record ListStatistics(String key, Instant from, Instant to) {}
