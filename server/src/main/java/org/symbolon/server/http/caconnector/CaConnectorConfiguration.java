package org.symbolon.server.http.caconnector;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.caconnector.CaConnector;
import org.symbolon.command.caconnector.CaConnectorCommands;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.projections.caconnector.CaConnectorProjection;
import org.symbolon.query.caconnector.CaConnectorQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires CA connectors, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class CaConnectorConfiguration {

    @Bean
    CaConnectorCommands caConnectorCommands(Configuration configuration, Numbers numbers, SecretVault vault) {
        return new CaConnectorCommands(
                configuration.repository(CaConnector.class), numbers.from("caconnector_seq"), vault);
    }

    @Bean
    CaConnectorProjection caConnectorProjection(JdbcOperations jdbc) {
        return new CaConnectorProjection(jdbc);
    }

    @Bean
    GroupedProjector caConnectorModel(CaConnectorProjection projection) {
        return new GroupedProjector(ReadModelGroup.CA_CONNECTORS, projection);
    }

    @Bean
    CaConnectorQueries caConnectorQueries(JdbcOperations jdbc) {
        return new CaConnectorQueries(jdbc);
    }

    @Bean
    CaConnectorEndpoint caConnectorEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new CaConnectorEndpoint(commands, queries);
    }
}
