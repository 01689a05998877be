package org.symbolon.query.monitoring;

/** Under which keys are there statistics? */
public record ListStatisticKeys() {}
