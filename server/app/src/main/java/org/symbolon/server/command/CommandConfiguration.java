package org.symbolon.server.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.symbolon.command.admin.Admin;
import org.symbolon.command.admin.AdminCommands;
import org.symbolon.command.audit.AuditCommands;
import org.symbolon.command.auth.AtRadiusServer;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.ChallengesOfEnrolments;
import org.symbolon.command.challenge.KnownTokenCommands;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.config.ConfigCommands;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.policy.Policy;
import org.symbolon.command.policy.PolicyCommands;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.realm.Realm;
import org.symbolon.command.realm.RealmCommands;
import org.symbolon.command.realm.port.Realms;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.sending.AuditInterceptor;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.Correlation;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.CopyCommands;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.token.LimitCommands;
import org.symbolon.command.token.TakenValues;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.TokenCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.token.UniqueValue;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.token.port.Serials;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.command.tokentype.radius.RadiusInquiry;
import org.symbolon.command.tokentype.webauthn.OwnCredentials;
import org.symbolon.command.tokentype.webauthn.TrustAnchors;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Anchors;
import org.symbolon.connectors.trustanchors.TrustAnchorFolder;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.EventedAudit;
import org.symbolon.server.readmodel.ReadModelLookups;

/** Wires the command side: the bus, the handlers and what they rely on. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class CommandConfiguration {

    @Bean
    Correlation correlation(@Value("${symbolon.node}") String node) {
        return new Correlation(node);
    }

    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return new SimpleCorrelationDataProvider(Correlation.KEYS.toArray(String[]::new));
    }

    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(TransactionManager transactions, Configuration configuration, EventStore events) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        bus.registerHandlerInterceptor(new AuditInterceptor(events));
        return bus;
    }

    @Bean
    CommandSender commandSender(CommandBus bus, Correlation correlation) {
        return new CommandSender(bus, correlation, ThreadLocalRandom::current);
    }

    @Bean
    CommandDispatcher commandDispatcher(CommandSender sender, Correlation correlation) {
        return new CommandDispatcher(sender, correlation);
    }

    @Bean
    EventedAudit requestAudit(CommandDispatcher commands) {
        return new EventedAudit(commands);
    }

    @Bean
    EventedAdministrators administrators(CommandSender commands, PasswordHasher hasher, QueryDispatcher queries) {
        return new EventedAdministrators(commands, hasher, queries);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Randomness randomness(SecureRandom random) {
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    @Bean
    TokenTypes tokenTypes() {
        return TokenTypes.all();
    }

    @Bean
    Tokens tokens(Configuration configuration) {
        return new Tokens(configuration.repository(Token.class));
    }

    @Bean
    TokenCommands tokenCommands(
            Tokens tokens, TokenTypes types, SecretVault vault, SystemSettings settings, Clock clock) {
        return new TokenCommands(tokens, types, vault, settings, clock);
    }

    @Bean
    EnrolmentCommands enrolmentCommands(
            Tokens tokens,
            TokenTypes types,
            Serials serials,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness,
            Challenges challenges,
            TokenQuestions questions,
            Effects effects,
            Configuration configuration,
            Clock clock) {
        return new EnrolmentCommands(
                tokens,
                types,
                serials,
                vault,
                settings,
                randomness,
                new ChallengesOfEnrolments(challenges, questions, new TransactionIds(randomness), effects),
                new TakenValues(configuration.repository(UniqueValue.class), serials),
                clock);
    }

    @Bean
    LimitCommands limitCommands(
            TokenCensus census, Tokens tokens, EnrolmentCommands enrolments, TokenCommands changes) {
        return new LimitCommands(census, tokens, enrolments, changes);
    }

    @Bean
    CopyCommands copyCommands(Tokens tokens, EnrolmentCommands enrolments, SecretVault vault, Clock clock) {
        return new CopyCommands(tokens, enrolments, vault, clock);
    }

    @Bean
    TokenQuestions challengeQuestions(SecretVault vault, SystemSettings settings) {
        return new TokenQuestions(vault, new ChallengeValidity(settings));
    }

    @Bean
    KnownTokenCommands knownTokenCommands(
            Tokens tokens, Challenges challenges, TokenQuestions questions, SecretVault vault, Clock clock) {
        return new KnownTokenCommands(tokens, challenges, questions, vault, clock);
    }

    @Bean
    KnownTokens knownTokens(CommandSender commands) {
        return new LookedAtTokens(commands);
    }

    @Bean
    Inquiries inquiries(
            CandidateTokens candidates,
            KnownTokens known,
            RadiusClient radius,
            RadiusServers defined,
            SystemSettings settings) {
        RadiusDesk radiusDesk = new RadiusDesk(radius, defined, settings);
        return new InquiryDesk()
                .answering(OwnCredentials.class, new EnrolledCredentials(candidates, known)::of)
                .answering(TrustAnchors.class, wanted -> new Anchors(TrustAnchorFolder.read(wanted.folder())))
                .answering(RadiusInquiry.class, radiusDesk::answer)
                .answering(AtRadiusServer.class, radiusDesk::letsIn);
    }

    @Bean
    EnrolmentEvidence enrolmentEvidence(
            KnownTokens known,
            TokenTypes types,
            Inquiries inquiries,
            SystemSettings settings,
            Randomness randomness,
            Clock clock) {
        return new EnrolmentEvidence(known, types, inquiries, settings, randomness, clock);
    }

    @Bean
    ValueSearch valueSearch(TokenTypes types, SecretVault vault, SystemSettings settings, Clock clock) {
        return new ValueSearch(types, vault, settings, clock);
    }

    @Bean
    AdminCommands adminCommands(Configuration configuration) {
        return new AdminCommands(configuration.repository(Admin.class));
    }

    @Bean
    ConfigCommands configCommands(Configuration configuration, SecretVault vault) {
        return new ConfigCommands(configuration.repository(SystemConfig.class), vault);
    }

    @Bean
    RealmCommands realmCommands(Configuration configuration, Realms known) {
        return new RealmCommands(
                configuration.repository(Realm.class), configuration.repository(SystemConfig.class), known);
    }

    @Bean
    PolicyCommands policyCommands(Configuration configuration, ReadModelLookups lookups) {
        return new PolicyCommands(configuration.repository(Policy.class), lookups::nextPolicyId);
    }

    @Bean
    AuditCommands auditCommands(EventStore events) {
        return new AuditCommands(events);
    }
}
