package org.symbolon.query.eventcounter;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about counters. */
public class EventCounterQueries {

    private final JdbcOperations jdbc;

    public EventCounterQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The sum over all nodes, empty if nobody has counted yet. */
    @QueryHandler
    public Optional<Long> handle(FindEventCounter query) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select sum(counter_value) from eventcounter where counter_name = ?", Long.class, query.name()));
    }

    /** By their names. */
    @QueryHandler
    public List<CounterSum> handle(ListEventCounters query) {
        return jdbc.query(
                "select counter_name, sum(counter_value) as value from eventcounter group by counter_name"
                        + " order by counter_name",
                (row, number) -> new CounterSum(row.getString("counter_name"), row.getLong("value")));
    }

    /** Also those whose value is zero again: no counter is ever gone. */
    @QueryHandler
    public List<String> handle(ListCounterNodes query) {
        return jdbc.queryForList(
                "select node from eventcounter where counter_name = ? order by node", String.class, query.name());
    }
}
