package org.symbolon.reactions.periodictask;

import java.util.Map;
import org.symbolon.command.periodictask.FinishTaskRun.CounterReading;
import org.symbolon.command.shared.Truth;

/** Has a counter read, and its value noted. */
public final class EventCounterWork implements TaskWork {

    @Override
    public String module() {
        return "EventCounter";
    }

    @Override
    public Result run(Map<String, String> options) {
        String counter = required(options, "event_counter");
        String key = required(options, "stats_key");
        return new Result(Map.of(), new CounterReading(counter, key, Truth.of(options.get("reset_event_counter"))));
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the option " + name + " is missing");
        }
        return value;
    }
}
