package org.symbolon.server.http.monitoring;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.monitoring.MonitoringCommands;
import org.symbolon.command.monitoring.Statistic;
import org.symbolon.command.monitoring.Statistics;
import org.symbolon.projections.monitoring.MonitoringProjection;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.monitoring.MonitoringQueries;
import org.symbolon.query.monitoring.PastFigureQueries;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.MonitoringLookups;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires statistics, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class MonitoringConfiguration {

    @Bean
    Statistics statistics(Configuration configuration, JdbcOperations jdbc) {
        return new Statistics(configuration.repository(Statistic.class), new MonitoringLookups(jdbc));
    }

    @Bean
    MonitoringCommands monitoringCommands(Statistics statistics) {
        return new MonitoringCommands(statistics);
    }

    @Bean
    MonitoringProjection monitoringProjection(JdbcOperations jdbc) {
        return new MonitoringProjection(jdbc);
    }

    @Bean
    GroupedProjector monitoringModel(MonitoringProjection projection) {
        return new GroupedProjector(ReadModelGroup.MONITORING, projection);
    }

    @Bean
    MonitoringQueries monitoringQueries(JdbcOperations jdbc) {
        return new MonitoringQueries(jdbc);
    }

    @Bean
    PastFigureQueries pastFigureQueries(JdbcOperations jdbc, TrailingModels trailing) {
        return new PastFigureQueries(jdbc, trailing);
    }

    @Bean
    MonitoringEndpoint monitoringEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new MonitoringEndpoint(commands, queries);
    }
}
