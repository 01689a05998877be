package org.symbolon.command.monitoring;

import java.time.Instant;

/** Note a figure as that of a moment. */
public record RecordStatistic(String key, Instant moment, int value) {}
