package org.symbolon.events.monitoring;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A figure was noted as that of a moment. If there is one of the same moment under the key, that one stays. */
@EventName("StatisticRecorded")
@Revision("1")
public record StatisticRecorded(String key, Instant moment, int value) implements MonitoringEvent {}
