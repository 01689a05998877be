package org.symbolon.server.http.tokenfile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.ImportCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.server.http.CommandDispatcher;

/** Wires the import of token files, from the command to the endpoint. */
@Configuration(proxyBeanMethods = false)
public class TokenFileConfiguration {

    @Bean
    ImportCommands importCommands(EnrolmentCommands enrolments, Tokens tokens) {
        return new ImportCommands(enrolments, tokens);
    }

    @Bean
    TokenFileEndpoint tokenFileEndpoint(CommandDispatcher commands, TokenTypes types, UserDirectory directory) {
        return new TokenFileEndpoint(commands, types, directory);
    }
}
