package org.symbolon.server.http.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineSource;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.AuthItemCommands;
import org.symbolon.command.token.MachineTokenCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.connectors.hosts.HostsStoreType;
import org.symbolon.projections.machine.MachineTokenProjection;
import org.symbolon.projections.machineresolver.MachineResolverTable;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.machine.MachineTokenQueries;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.MachineTokenLookups;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires machines and the tokens on them, from the commands to the endpoints. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class MachineConfiguration {

    @Bean
    MachineApplications machineApplications() {
        return MachineApplications.all();
    }

    @Bean
    MachineTokenCommands machineTokenCommands(
            Tokens tokens, MachineApplications applications, JdbcOperations jdbc, Numbers numbers) {
        return new MachineTokenCommands(
                tokens, new MachineTokenLookups(jdbc), applications, numbers.from("machinetoken_seq"));
    }

    @Bean
    AuthItemCommands authItemCommands(
            Tokens tokens,
            TokenTypes types,
            MachineApplications applications,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness) {
        return new AuthItemCommands(tokens, types, applications, vault, settings, randomness);
    }

    @Bean
    MachineTokenProjection machineTokenProjection(JdbcOperations jdbc) {
        return new MachineTokenProjection(jdbc);
    }

    @Bean
    GroupedProjector machineTokenModel(MachineTokenProjection projection) {
        return new GroupedProjector(ReadModelGroup.TOKENS, projection);
    }

    @Bean
    MachineTokenQueries machineTokenQueries(JdbcOperations jdbc) {
        return new MachineTokenQueries(jdbc);
    }

    @Bean
    MachineDirectory machineDirectory(QueryDispatcher queries) {
        return new MachineDirectory(
                () -> queries.list(new ListDefinitions(MachineResolverTable.TABLE), DefinitionView.class).stream()
                        .map(MachineConfiguration::source)
                        .toList(),
                List.of(new HostsStoreType()));
    }

    private static MachineSource source(DefinitionView resolver) {
        Map<String, String> clear = new HashMap<>();
        resolver.entries().forEach((key, value) -> value.ifPresent(text -> clear.put(key, text)));
        return new MachineSource(resolver.name(), resolver.text("rtype"), clear);
    }

    @Bean
    MachineEndpoint machineEndpoint(
            MachineDirectory directory, MachineApplications applications, QueryDispatcher queries) {
        return new MachineEndpoint(directory, applications, queries);
    }

    @Bean
    MachineParameters machineParameters(MachineDirectory directory, CandidateRows tokens, RequestUsers users) {
        return new MachineParameters(directory, tokens, users);
    }

    @Bean
    MachineTokenEndpoint machineTokenEndpoint(
            CommandDispatcher commands, QueryDispatcher queries, MachineParameters reading) {
        return new MachineTokenEndpoint(commands, queries, reading);
    }

    @Bean
    MachineTokenListEndpoint machineTokenListEndpoint(
            QueryDispatcher queries, MachineDirectory directory, MachineParameters reading) {
        return new MachineTokenListEndpoint(queries, directory, reading);
    }

    @Bean
    AuthItemEndpoint authItemEndpoint(
            CommandDispatcher commands,
            QueryDispatcher queries,
            MachineDirectory directory,
            MachineParameters reading,
            UserDirectory users,
            Randomness randomness) {
        return new AuthItemEndpoint(commands, queries, directory, reading, new AuthItemJson(users, randomness));
    }
}
