package org.symbolon.cli;

import java.util.List;
import java.util.TreeMap;
import org.symbolon.cli.eventcounter.EventCounters;

/** Counters in memory. */
final class FakeCounters implements EventCounters {
    final TreeMap<String, Long> values = new TreeMap<>();

    @Override
    public List<Counter> list() {
        return values.entrySet().stream()
                .map(entry -> new Counter(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public long increase(String name) {
        return values.merge(name, 1L, Long::sum);
    }

    @Override
    public long decrease(String name, boolean belowZero) {
        return values.merge(
                name, belowZero ? -1L : 0L, (held, change) -> belowZero ? held + change : Math.max(0, held - 1));
    }

    @Override
    public void reset(String name) {
        values.put(name, 0L);
    }
}
