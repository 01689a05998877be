package org.symbolon.query.monitoring;

import java.time.LocalDateTime;

/** A figure and its moment, in UTC. */
public record StatisticView(LocalDateTime moment, int value) {}
