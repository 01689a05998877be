package org.symbolon.server.reaction.eventcounter;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.eventcounter.Counters;
import org.symbolon.command.eventcounter.EventCounter;
import org.symbolon.command.eventcounter.EventCounterCommands;
import org.symbolon.command.eventcounter.port.CounterValues;
import org.symbolon.projections.eventcounter.EventCounterProjection;
import org.symbolon.query.eventcounter.EventCounterQueries;
import org.symbolon.server.readmodel.EventCounterLookups;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires counters. Only reactions count, so there is no endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class EventCounterConfiguration {

    @Bean
    EventCounterLookups eventCounterLookups(JdbcOperations jdbc) {
        return new EventCounterLookups(jdbc);
    }

    @Bean
    Counters counters(Configuration configuration, CounterValues values) {
        return new Counters(configuration.repository(EventCounter.class), values);
    }

    @Bean
    EventCounterCommands eventCounterCommands(Counters counters) {
        return new EventCounterCommands(counters);
    }

    @Bean
    EventCounterProjection eventCounterProjection(JdbcOperations jdbc) {
        return new EventCounterProjection(jdbc);
    }

    @Bean
    GroupedProjector eventCounterModel(EventCounterProjection projection) {
        return new GroupedProjector(ReadModelGroup.EVENT_COUNTERS, projection);
    }

    @Bean
    EventCounterQueries eventCounterQueries(JdbcOperations jdbc) {
        return new EventCounterQueries(jdbc);
    }
}
