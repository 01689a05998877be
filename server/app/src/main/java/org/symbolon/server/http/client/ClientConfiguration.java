package org.symbolon.server.http.client;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.client.ClientApplicationProjection;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.client.ClientQueries;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires the programs that had log-ins checked, from the projector to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ClientConfiguration {

    @Bean
    ClientApplicationProjection clientApplicationProjection(JdbcOperations jdbc) {
        return new ClientApplicationProjection(jdbc);
    }

    @Bean
    GroupedProjector clientModel(ClientApplicationProjection projection) {
        return new GroupedProjector(ReadModelGroup.CLIENTS, projection);
    }

    @Bean
    ClientQueries clientQueries(JdbcOperations jdbc, TrailingModels trailing) {
        return new ClientQueries(jdbc, trailing);
    }

    @Bean
    ClientEndpoint clientEndpoint(QueryDispatcher queries) {
        return new ClientEndpoint(queries);
    }
}
