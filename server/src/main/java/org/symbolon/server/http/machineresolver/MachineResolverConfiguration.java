package org.symbolon.server.http.machineresolver;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.machineresolver.MachineResolverCommands;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.projections.machineresolver.MachineResolverProjection;
import org.symbolon.query.machineresolver.MachineResolverQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.MachineResolverLookups;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires machine resolvers, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class MachineResolverConfiguration {

    @Bean
    MachineResolverCommands machineResolverCommands(
            Configuration configuration, JdbcOperations jdbc, Numbers numbers, SecretVault vault) {
        return new MachineResolverCommands(
                configuration.repository(MachineResolver.class),
                new MachineResolverLookups(jdbc),
                numbers.from("machineresolver_seq"),
                vault);
    }

    @Bean
    MachineResolverProjection machineResolverProjection(JdbcOperations jdbc) {
        return new MachineResolverProjection(jdbc);
    }

    @Bean
    GroupedProjector machineResolverModel(MachineResolverProjection projection) {
        return new GroupedProjector(ReadModelGroup.TOKENS, projection);
    }

    @Bean
    MachineResolverQueries machineResolverQueries(JdbcOperations jdbc) {
        return new MachineResolverQueries(jdbc);
    }

    @Bean
    MachineResolverEndpoint machineResolverEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new MachineResolverEndpoint(commands, queries);
    }
}
