package org.symbolon.query.monitoring;

/** Which is the newest figure under the key? */
public record FindLastStatistic(String key) {}
