package org.symbolon.command.monitoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.monitoring.port.RecordedStatistics;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;

/** Figures under keys, for the commands on them and for whoever notes one as a part of a larger decision. */
public class Statistics {

    private static final int KEY = 128;

    private final Repository<Statistic> statistics;
    private final Existing<Statistic> existing;
    private final RecordedStatistics recorded;

    public Statistics(Repository<Statistic> statistics, RecordedStatistics recorded) {
        this.statistics = statistics;
        this.existing = new Existing<>(statistics, found -> true, "Statistic");
        this.recorded = recorded;
    }

    /** Notes a figure; one that no column takes becomes the nearest that a column takes. */
    public void record(String key, Instant moment, long value) throws Exception {
        if (key.isEmpty()) {
            throw Refusal.parameter("The key of a statistic must not be empty");
        }
        Limits.check("key", key, KEY);
        int storable = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
        statistics
                .loadOrCreate(Statistic.idOf(key), Statistic::new)
                .execute(found -> found.record(key, moment.truncatedTo(ChronoUnit.MICROS), storable));
    }

    /** How many were deleted. They are counted after the key is loaded: one that is noted meanwhile makes it a conflict. */
    int delete(String key, Instant from, Instant to) {
        Optional<Aggregate<Statistic>> statistic = existing.find(Statistic.idOf(key));
        if (statistic.isEmpty()) {
            return 0;
        }
        int count = recorded.count(key, from, to);
        if (count > 0) {
            statistic.get().execute(found -> found.delete(key, from, to));
        }
        return count;
    }
}
