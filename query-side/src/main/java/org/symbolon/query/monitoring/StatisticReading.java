package org.symbolon.query.monitoring;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.monitoring.StatisticsDeleted;
import org.symbolon.query.history.Reading;

/**
 * How the figures under a key read as a thing: how many there are, and from when to when. That one is noted, by a task, is no
 * change that anybody made, and not told.
 */
public final class StatisticReading {

    /** The moments themselves, of which there may be too many to tell. They are one and the same set all the time. */
    public static final String MOMENTS = "moments";

    private static final String COUNT = "count";

    private StatisticReading() {}

    public static Reading reading() {
        return Reading.endless()
                .where(StatisticRecorded.class, (fields, event) -> {
                    NavigableSet<Instant> moments = moments(fields);
                    moments.add(event.moment());
                    summarise(fields, moments);
                })
                .where(StatisticsDeleted.class, (fields, event) -> {
                    NavigableSet<Instant> moments = moments(fields);
                    NavigableSet<Instant> later = event.from() == null ? moments : moments.tailSet(event.from(), true);
                    (event.to() == null ? later : later.headSet(event.to(), true)).clear();
                    summarise(fields, moments);
                })
                .silently(StatisticRecorded.class);
    }

    @SuppressWarnings("unchecked") // it is put there below
    private static NavigableSet<Instant> moments(Map<String, Object> fields) {
        return (NavigableSet<Instant>) fields.computeIfAbsent(MOMENTS, none -> new TreeSet<Instant>());
    }

    private static void summarise(Map<String, Object> fields, NavigableSet<Instant> moments) {
        fields.put(COUNT, moments.size());
        fields.put("first", moments.isEmpty() ? null : moments.first());
        fields.put("last", moments.isEmpty() ? null : moments.last());
    }
}
