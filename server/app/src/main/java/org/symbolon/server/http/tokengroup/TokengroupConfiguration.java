package org.symbolon.server.http.tokengroup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.token.TokenGroupCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokengroup.port.Tokengroups;
import org.symbolon.projections.tokengroup.TokengroupMemberProjection;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.token.TokenGroupEndpoint;
import org.symbolon.server.http.token.TokenSelection;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.readmodel.TokengroupLookups;

/** Wires what is known of the tokens in token groups, from the commands to the endpoint. */
@Configuration(proxyBeanMethods = false)
public class TokengroupConfiguration {

    @Bean
    Tokengroups tokengroups(JdbcOperations jdbc) {
        return new TokengroupLookups(jdbc);
    }

    @Bean
    TokenGroupCommands tokenGroupCommands(Tokens tokens, Tokengroups known) {
        return new TokenGroupCommands(tokens, known);
    }

    @Bean
    TokengroupMemberProjection tokengroupMemberProjection(JdbcOperations jdbc) {
        return new TokengroupMemberProjection(jdbc);
    }

    @Bean
    GroupedProjector tokengroupMemberModel(TokengroupMemberProjection projection) {
        return new GroupedProjector(ReadModelGroup.TOKENS, projection);
    }

    @Bean
    TokenGroupEndpoint membershipEndpoint(CommandDispatcher commands, TokenSelection selection) {
        return new TokenGroupEndpoint(commands, selection);
    }
}
