package org.symbolon.server.http.serviceid;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.serviceid.Serviceid;
import org.symbolon.command.serviceid.ServiceidCommands;
import org.symbolon.projections.serviceid.ServiceidProjection;
import org.symbolon.query.serviceid.ServiceidQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires service ids, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ServiceidConfiguration {

    @Bean
    ServiceidCommands serviceidCommands(Configuration configuration, Numbers numbers) {
        return new ServiceidCommands(configuration.repository(Serviceid.class), numbers.from("serviceid_seq"));
    }

    @Bean
    ServiceidProjection serviceidProjection(JdbcOperations jdbc) {
        return new ServiceidProjection(jdbc);
    }

    @Bean
    GroupedProjector serviceidModel(ServiceidProjection projection) {
        return new GroupedProjector(ReadModelGroup.SERVICEIDS, projection);
    }

    @Bean
    ServiceidQueries serviceidQueries(JdbcOperations jdbc) {
        return new ServiceidQueries(jdbc);
    }

    @Bean
    ServiceidEndpoint serviceidEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new ServiceidEndpoint(commands, queries);
    }
}
