package org.symbolon.connectors.radiusclient;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of packets. What is dropped is told to nobody, so the log says so, once a minute for each cause and client. */
public final class RadiusCounts {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusCounts.class);
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_TOLD = 1000;

    private final Map<RadiusEvent, LongAdder> numbers = new EnumMap<>(RadiusEvent.class);
    private final Map<String, Long> told = new LinkedHashMap<>();

    RadiusCounts() {
        for (RadiusEvent event : RadiusEvent.values()) {
            numbers.put(event, new LongAdder());
        }
    }

    public long of(RadiusEvent event) {
        return numbers.get(event).sum();
    }

    void add(RadiusEvent event) {
        numbers.get(event).increment();
    }

    /**
     * Takes note of a packet that is dropped.
     *
     * @param client the name of the client, empty where it is not known
     */
    void dropped(RadiusEvent event, String client, String address) {
        add(event);
        if (isDue(event + "/" + client)) {
            LOG.warn(
                    "RADIUS packets from {}{} are dropped: they {}",
                    address,
                    client.isEmpty() ? "" : " (" + client + ")",
                    event.trouble());
        }
    }

    private synchronized boolean isDue(String what) {
        long now = System.nanoTime();
        Long last = told.get(what);
        if (last != null && now - last < SILENCE_NANOS) {
            return false;
        }
        if (last == null && told.size() >= MOST_TOLD) {
            told.remove(told.keySet().iterator().next());
        }
        told.put(what, now);
        return true;
    }
}
