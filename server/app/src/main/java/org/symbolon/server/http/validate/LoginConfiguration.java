package org.symbolon.server.http.validate;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.symbolon.command.auth.CandidateMemory;
import org.symbolon.command.auth.ClaimEvidence;
import org.symbolon.command.auth.ClaimGuesses;
import org.symbolon.command.auth.Claims;
import org.symbolon.command.auth.CredentialCheck;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LogIns;
import org.symbolon.command.auth.LoginAttempts;
import org.symbolon.command.auth.LoginCache;
import org.symbolon.command.auth.LoginEnrolment;
import org.symbolon.command.auth.LoginTally;
import org.symbolon.command.auth.OwedEvidence;
import org.symbolon.command.auth.OwedTokens;
import org.symbolon.command.auth.PinEvidence;
import org.symbolon.command.auth.RememberedLogins;
import org.symbolon.command.auth.RevocationCommands;
import org.symbolon.command.auth.Trials;
import org.symbolon.command.auth.port.CachedLogins;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.Holders;
import org.symbolon.command.auth.port.UnownedTokenSearch;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.UnownedTokens;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.command.user.TokenHolders;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.query.token.TokenFilter;
import org.symbolon.reactions.effect.EffectOutcomes;
import org.symbolon.server.http.AwaitedEffects;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.ServerKeys;
import org.symbolon.server.http.login.RequestLogin;
import org.symbolon.server.http.token.TokenPages;
import org.symbolon.server.policy.LoginPolicies;

/** Wires what gathers evidence about log-ins and what decides about them. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class LoginConfiguration {

    @Bean
    CandidateMemory candidateMemory() {
        return new CandidateMemory();
    }

    /** A user whose realm or resolver is gone has no password. */
    @Bean
    UserPasswords userPasswords(UserDirectory directory) {
        return (user, password) ->
                directory.passwordMatches(new KnownUser("", user.realm(), user.resolver(), user.userId()), password);
    }

    @Bean
    Holders holders(UserDirectory directory) {
        TokenHolders holders = new TokenHolders(directory);
        return (login, owner, whole) -> {
            String name = login == null
                    ? directory.loginOf(owner.resolver(), owner.userId()).orElse("")
                    : login;
            KnownUser user = new KnownUser(name, owner.realm(), owner.resolver(), owner.userId());
            return whole ? holders.asFarAsKnown(user) : new Holder(name, owner.realm());
        };
    }

    @Bean
    UnownedTokenSearch unownedTokenSearch(TokenPages tokens) {
        return (realm, types) ->
                tokens.of(TokenFilter.all().assigned(false).active(true).realm(realm), types, null);
    }

    @Bean
    ClaimGuesses claimGuesses(SystemSettings settings) {
        return new ClaimGuesses(settings);
    }

    @Bean
    ClaimEvidence claimEvidence(
            UnownedTokenSearch unowned,
            ValueSearch search,
            UserPasswords passwords,
            PinVerifier pins,
            SystemSettings settings,
            ClaimGuesses guesses,
            @Value("${symbolon.autoassignment.most-tokens:5000}") int mostTokens) {
        return new ClaimEvidence(unowned, search, passwords, pins, settings, guesses, mostTokens);
    }

    @Bean
    Evidence evidence(
            CandidateTokens candidates,
            CandidateMemory memory,
            TokenTypes types,
            PinVerifier pins,
            PinEvidence newPins,
            UserPasswords passwords,
            SystemSettings settings,
            CachedLogins logins,
            SecretVault vault,
            ClaimEvidence claims,
            Holders holders,
            KnownTokens known,
            Inquiries inquiries) {
        return new Evidence(
                candidates,
                memory,
                new Trials(types, pins, passwords, settings, known, inquiries),
                newPins,
                passwords,
                new LoginCache(logins, vault, pins),
                claims,
                new OwedEvidence(types, holders),
                holders);
    }

    @Bean
    RememberedLogins rememberedLogins(CachedLogins logins, SecretVault vault, EventStore events, Clock clock) {
        return new RememberedLogins(logins, vault, events, clock);
    }

    @Bean
    CredentialCheck credentialCheck(
            Tokens tokens,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            Challenges challenges,
            RevocationCommands spent,
            Effects effects,
            Randomness randomness,
            Clock clock) {
        return new CredentialCheck(tokens, types, vault, settings, challenges, spent, effects, randomness, clock);
    }

    @Bean
    AwaitedEffects awaitedEffects(EffectOutcomes outcomes, @Value("${symbolon.effects.wait:30s}") Duration patience) {
        return new AwaitedEffects(outcomes, patience);
    }

    @Bean
    AwaitedQuestions awaitedQuestions(AwaitedEffects effects, CommandDispatcher commands) {
        return new AwaitedQuestions(effects, commands);
    }

    @Bean
    OwedTokens owedTokens(
            TokenCensus census,
            CandidateTokens candidates,
            EnrolmentCommands enrolments,
            Tokens tokens,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            Challenges challenges,
            Effects effects,
            Randomness randomness,
            Clock clock) {
        LoginEnrolment enrolment = new LoginEnrolment(
                census, candidates, enrolments, tokens, types, settings, vault, challenges, effects, randomness, clock);
        return new OwedTokens(census, tokens, vault, enrolment);
    }

    @Bean
    Claims claims(
            Tokens tokens,
            TokenCensus census,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            ClaimGuesses guesses,
            Clock clock) {
        return new Claims(new UnownedTokens(tokens, census), types, vault, settings, guesses, clock);
    }

    @Bean
    LogIns logIns(
            RememberedLogins remembered,
            CredentialCheck tokens,
            Claims claims,
            OwedTokens owed,
            Configuration configuration,
            Clock clock) {
        LoginAttempts attempts = new LoginAttempts(configuration.repository(LoginTally.class));
        return new LogIns(remembered, tokens, claims, attempts, owed, clock);
    }

    @Bean
    NamelessLogins namelessLogins(
            TokenTypes types, ServerKeys keys, SystemSettings settings, Randomness randomness, Clock clock) {
        return new NamelessLogins(
                types,
                new NamelessChallenges(keys.loginTokenKey(), randomness, clock),
                new ChallengeValidity(settings));
    }

    @Bean
    LoginRequests loginRequests(LoginPolicies policies, RequestLogin logins) {
        return new LoginRequests(policies, logins);
    }
}
