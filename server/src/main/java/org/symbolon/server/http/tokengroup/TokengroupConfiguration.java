package org.symbolon.server.http.tokengroup;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.token.TokenGroupCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokengroup.Tokengroup;
import org.symbolon.command.tokengroup.TokengroupCommands;
import org.symbolon.command.tokengroup.port.Tokengroups;
import org.symbolon.projections.tokengroup.TokengroupProjection;
import org.symbolon.query.tokengroup.TokengroupQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.token.TokenGroupEndpoint;
import org.symbolon.server.http.token.TokenSelection;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.readmodel.TokengroupLookups;

/** Wires token groups and the tokens in them, from the commands to the endpoints. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class TokengroupConfiguration {

    @Bean
    Tokengroups tokengroups(JdbcOperations jdbc) {
        return new TokengroupLookups(jdbc);
    }

    @Bean
    TokengroupCommands tokengroupCommands(Configuration configuration, Tokengroups known, Numbers numbers) {
        return new TokengroupCommands(
                configuration.repository(Tokengroup.class), known, numbers.from("tokengroup_seq"));
    }

    @Bean
    TokenGroupCommands tokenGroupCommands(Tokens tokens, Tokengroups known) {
        return new TokenGroupCommands(tokens, known);
    }

    @Bean
    TokengroupProjection tokengroupProjection(JdbcOperations jdbc) {
        return new TokengroupProjection(jdbc);
    }

    @Bean
    GroupedProjector tokengroupModel(TokengroupProjection projection) {
        return new GroupedProjector(ReadModelGroup.TOKENS, projection);
    }

    @Bean
    TokengroupQueries tokengroupQueries(JdbcOperations jdbc) {
        return new TokengroupQueries(jdbc);
    }

    @Bean
    TokengroupEndpoint tokengroupEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new TokengroupEndpoint(commands, queries);
    }

    @Bean
    TokenGroupEndpoint membershipEndpoint(CommandDispatcher commands, TokenSelection selection) {
        return new TokenGroupEndpoint(commands, selection);
    }
}
