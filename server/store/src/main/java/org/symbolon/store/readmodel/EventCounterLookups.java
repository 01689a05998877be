package org.symbolon.store.readmodel;

import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.eventcounter.port.CounterValues;

/** Answers what decisions ask about counters, from the inline read model, to one transaction of all nodes at a time. */
@Component
public class EventCounterLookups implements CounterValues {

    private final JdbcOperations jdbc;

    public EventCounterLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The lock comes before the statement that reads, so that this one sees what the former holder has written. */
    @Override
    public SortedMap<String, Integer> held(String name) {
        jdbc.queryForObject(
                "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))", Integer.class, "eventcounter/" + name);
        SortedMap<String, Integer> byNode = new TreeMap<>();
        jdbc.query(
                "select node, counter_value from eventcounter where counter_name = ?",
                row -> {
                    byNode.put(row.getString("node"), row.getInt("counter_value"));
                },
                name);
        return byNode;
    }
}
