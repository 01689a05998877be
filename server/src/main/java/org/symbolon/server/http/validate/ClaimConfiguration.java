package org.symbolon.server.http.validate;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.auth.ClaimCommands;
import org.symbolon.command.auth.ClaimEvidence;
import org.symbolon.command.auth.ClaimGuesses;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.UnownedTokens;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.server.readmodel.TokenPages;

/** Wires the claims of tokens that nobody owns. */
@Configuration(proxyBeanMethods = false)
public class ClaimConfiguration {

    @Bean
    ClaimCommands claimCommands(
            Tokens tokens,
            TokenCensus census,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            Clock clock) {
        return new ClaimCommands(new UnownedTokens(tokens, census), types, vault, settings, clock);
    }

    @Bean
    ClaimEvidence claimEvidence(
            ValueSearch search,
            UserPasswords passwords,
            PinVerifier pins,
            SystemSettings settings,
            @Value("${symbolon.autoassignment.most-tokens:5000}") int mostTokens) {
        return new ClaimEvidence(search, passwords, pins, settings, mostTokens);
    }

    @Bean
    LoginClaims loginClaims(
            LoginLayers layers, Evidence evidence, ClaimEvidence claims, SystemSettings settings, TokenPages tokens) {
        return new LoginClaims(layers, evidence, claims, new ClaimGuesses(settings), tokens);
    }
}
