package org.symbolon.projections.monitoring;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.monitoring.StatisticRecorded;
import org.symbolon.events.monitoring.StatisticsDeleted;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the table of statistics. The first figure of a moment stays, whatever is noted for it later. */
@ProcessingGroup("inline")
public class MonitoringProjection {

    private final JdbcOperations jdbc;

    public MonitoringProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(StatisticRecorded event, @Position long position) {
        jdbc.update(
                """
                insert into monitoringstats (id, timestamp, stats_key, stats_value) values (?, ?, ?, ?)
                on conflict (timestamp, stats_key) do nothing
                """,
                RowId.of(position, 0),
                StatisticTimes.stored(event.moment()),
                event.key(),
                event.value());
    }

    @EventHandler
    void on(StatisticsDeleted event) {
        jdbc.update(
                "delete from monitoringstats where stats_key = ? and timestamp between ? and ?",
                event.key(),
                StatisticTimes.from(event.from()),
                StatisticTimes.to(event.to()));
    }
}
