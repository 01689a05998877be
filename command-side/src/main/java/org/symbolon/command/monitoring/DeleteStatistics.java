package org.symbolon.command.monitoring;

import java.time.Instant;

/** Delete the figures under a key that are of these moments, both ends included; a null end is open. */
public record DeleteStatistics(String key, Instant from, Instant to) {}
