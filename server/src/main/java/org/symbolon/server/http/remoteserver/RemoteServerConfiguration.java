package org.symbolon.server.http.remoteserver;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.remoteserver.RemoteServer;
import org.symbolon.command.remoteserver.RemoteServerCommands;
import org.symbolon.projections.remoteserver.RemoteServerProjection;
import org.symbolon.query.remoteserver.RemoteServerQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires remote servers, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class RemoteServerConfiguration {

    @Bean
    RemoteServerCommands remoteServerCommands(Configuration configuration, Numbers numbers) {
        return new RemoteServerCommands(configuration.repository(RemoteServer.class), numbers.from("edumfaserver_seq"));
    }

    @Bean
    RemoteServerProjection remoteServerProjection(JdbcOperations jdbc) {
        return new RemoteServerProjection(jdbc);
    }

    @Bean
    GroupedProjector remoteServerModel(RemoteServerProjection projection) {
        return new GroupedProjector(ReadModelGroup.REMOTE_SERVERS, projection);
    }

    @Bean
    RemoteServerQueries remoteServerQueries(JdbcOperations jdbc) {
        return new RemoteServerQueries(jdbc);
    }

    @Bean
    RemoteServerEndpoint remoteServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new RemoteServerEndpoint(commands, queries);
    }
}
