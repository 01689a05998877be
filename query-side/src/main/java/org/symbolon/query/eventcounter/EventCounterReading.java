package org.symbolon.query.eventcounter;

import java.util.Map;
import org.symbolon.events.eventcounter.EventCounterDecreased;
import org.symbolon.events.eventcounter.EventCounterEvent;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;
import org.symbolon.query.history.Reading;

/** How the events of a counter's nodes read as one thing: what each node has counted, and all together. */
public final class EventCounterReading {

    private static final String NODES = "nodes";

    private EventCounterReading() {}

    public static Reading reading() {
        return Reading.endless()
                .where(EventCounterIncreased.class, (fields, event) -> count(fields, event, event.value()))
                .where(EventCounterDecreased.class, (fields, event) -> count(fields, event, event.value()))
                .where(EventCounterReset.class, (fields, event) -> count(fields, event, 0));
    }

    private static void count(Map<String, Object> fields, EventCounterEvent event, int value) {
        Map<String, Object> nodes = Reading.joined(fields.get(NODES), Map.of(event.node(), value));
        fields.put("name", event.name());
        fields.put(NODES, nodes);
        fields.put(
                "value",
                nodes.values().stream().mapToLong(held -> (Integer) held).sum());
    }
}
