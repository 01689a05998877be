package org.symbolon.server.http.radiusserver;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.radiusserver.RadiusServer;
import org.symbolon.command.radiusserver.RadiusServerCommands;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.projections.radiusserver.RadiusServerProjection;
import org.symbolon.query.radiusserver.RadiusServerQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires RADIUS servers, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class RadiusServerConfiguration {

    @Bean
    RadiusServerCommands radiusServerCommands(Configuration configuration, Numbers numbers, SecretVault vault) {
        return new RadiusServerCommands(
                configuration.repository(RadiusServer.class), numbers.from("radiusserver_seq"), vault);
    }

    @Bean
    RadiusServerProjection radiusServerProjection(JdbcOperations jdbc) {
        return new RadiusServerProjection(jdbc);
    }

    @Bean
    GroupedProjector radiusServerModel(RadiusServerProjection projection) {
        return new GroupedProjector(ReadModelGroup.RADIUS_SERVERS, projection);
    }

    @Bean
    RadiusServerQueries radiusServerQueries(JdbcOperations jdbc) {
        return new RadiusServerQueries(jdbc);
    }

    @Bean
    RadiusServerEndpoint radiusServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new RadiusServerEndpoint(commands, queries);
    }
}
