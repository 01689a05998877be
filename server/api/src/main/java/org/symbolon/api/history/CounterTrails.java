package org.symbolon.api.history;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.command.eventcounter.EventCounter;
import org.symbolon.events.eventcounter.EventCounterEvent;
import org.symbolon.query.eventcounter.EventCounterReading;
import org.symbolon.query.eventcounter.ListCounterNodes;
import org.symbolon.query.sending.QueryDispatcher;

/** Finds what was counted under a name: each node that counts has an aggregate of its own. */
@Component
final class CounterTrails {

    private final QueryDispatcher queries;

    CounterTrails(QueryDispatcher queries) {
        this.queries = queries;
    }

    HistoryKind kind() {
        return new HistoryKind(
                "eventcounter",
                EventCounterEvent.class,
                (name, request) -> trail(name),
                FieldNames.parse("name counter_name, value counter_value"));
    }

    private Trail trail(String name) {
        List<String> counters = queries.list(new ListCounterNodes(name), String.class).stream()
                .map(node -> EventCounter.idOf(name, node))
                .toList();
        return new Trail(counters, List.of(), EventCounterReading.reading());
    }
}
