package org.symbolon.events.monitoring;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The figures under a key were deleted that are of these moments, both ends included; a null end is open. */
@EventName("StatisticsDeleted")
@Revision("1")
public record StatisticsDeleted(String key, Instant from, Instant to) implements MonitoringEvent {}
