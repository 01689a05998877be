package org.symbolon.query.config;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.config.ConfigurationRows;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.periodictask.PeriodicTaskRows;
import org.symbolon.projections.periodictask.PeriodicTaskView;
import org.symbolon.query.history.PastModels;
import org.symbolon.query.periodictask.ListPeriodicTasksAt;

/** Answers questions about what administrators had configured at a moment that has passed. */
public class PastConfigurationQueries {

    private final PastModels past;
    private final ConfigurationRows configuration;
    private final PeriodicTaskRows periodicTasks;

    public PastConfigurationQueries(PastModels past, JdbcOperations jdbc) {
        this.past = past;
        this.configuration = new ConfigurationRows(jdbc);
        this.periodicTasks = new PeriodicTaskRows(jdbc);
    }

    @QueryHandler
    public ConfigurationView handle(ConfigurationAt query) {
        return past.at(query.time(), configuration::read);
    }

    @QueryHandler
    public List<PeriodicTaskView> handle(ListPeriodicTasksAt query) {
        return past.at(query.time(), periodicTasks::all);
    }
}
