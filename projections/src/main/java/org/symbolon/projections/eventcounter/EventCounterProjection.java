package org.symbolon.projections.eventcounter;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.eventcounter.EventCounterDecreased;
import org.symbolon.events.eventcounter.EventCounterIncreased;
import org.symbolon.events.eventcounter.EventCounterReset;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the table of counters, a row for each name and node. */
@ProcessingGroup("inline")
public class EventCounterProjection {

    private final JdbcOperations jdbc;

    public EventCounterProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(EventCounterIncreased event, @Position long position) {
        write(event.name(), event.node(), event.value(), position);
    }

    @EventHandler
    void on(EventCounterDecreased event, @Position long position) {
        write(event.name(), event.node(), event.value(), position);
    }

    @EventHandler
    void on(EventCounterReset event, @Position long position) {
        write(event.name(), event.node(), 0, position);
    }

    /** The row keeps the number that it got when it came. */
    private void write(String name, String node, int value, long position) {
        jdbc.update(
                """
                insert into eventcounter (id, counter_name, counter_value, node) values (?, ?, ?, ?)
                on conflict (counter_name, node) do update set counter_value = excluded.counter_value
                """,
                RowId.of(position, 0),
                name,
                value,
                node);
    }
}
