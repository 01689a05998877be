package org.symbolon.store.readmodel;

import java.time.Instant;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.monitoring.port.RecordedStatistics;
import org.symbolon.projections.monitoring.StatisticTimes;

/** Answers what decisions ask about statistics, from the inline read model. */
@Component
public class MonitoringLookups implements RecordedStatistics {

    private final JdbcOperations jdbc;

    public MonitoringLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int count(String key, Instant from, Instant to) {
        Integer count = jdbc.queryForObject(
                "select count(*) from monitoringstats where stats_key = ? and timestamp between ? and ?",
                Integer.class,
                key,
                StatisticTimes.from(from),
                StatisticTimes.to(to));
        return count == null ? 0 : count;
    }
}
