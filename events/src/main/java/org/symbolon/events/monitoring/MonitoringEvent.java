package org.symbolon.events.monitoring;

/** What can happen to the figures that are noted under a key. */
public sealed interface MonitoringEvent permits StatisticRecorded, StatisticsDeleted {

    String key();
}
