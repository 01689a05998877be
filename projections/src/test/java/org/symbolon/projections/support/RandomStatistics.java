package org.symbolon.projections.support;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.symbolon.events.eventcounter.EventCounterDecreased;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.monitoring.StatisticsDeleted;

/** Counters that count and statistics that are noted, sometimes for one moment twice, and deleted. */
final class RandomStatistics {

    private static final List<String> KEYS = List.of("total_tokens", "logins");

    private final Random random;

    RandomStatistics(Random random) {
        this.random = random;
    }

    Object next() {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        String node = "node" + random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new EventCounterIncreased(key, node, random.nextInt(100));
            case 2 -> new EventCounterDecreased(key, node, random.nextInt(100) - 50);
            case 3 -> new EventCounterReset(key, node);
            case 4 -> new StatisticsDeleted(key, someMoment(), someMoment());
            default -> new StatisticRecorded(key, moment(), random.nextInt(100));
        };
    }

    private Instant someMoment() {
        return random.nextInt(3) == 0 ? null : moment();
    }

    private Instant moment() {
        return Instant.ofEpochSecond(1_795_000_000L + random.nextInt(20), 123_456_000);
    }
}
