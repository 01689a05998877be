package org.symbolon.command.monitoring.port;

import java.time.Instant;

/** The figures that have been noted. */
public interface RecordedStatistics {

    /** How many there are under the key from these moments, both ends included; a null end is open. */
    int count(String key, Instant from, Instant to);
}
