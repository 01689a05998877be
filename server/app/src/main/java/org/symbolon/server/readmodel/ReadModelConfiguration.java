package org.symbolon.server.readmodel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.symbolon.command.auth.CandidateMemory;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.admin.AdminProjection;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.audit.AuditProjection;
import org.symbolon.projections.audit.HeadSigner;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.eventhandler.EventHandlerProjection;
import org.symbolon.projections.periodictask.PeriodicTaskProjection;
import org.symbolon.projections.policy.PolicyProjection;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.shared.PositionParameterResolverFactory;
import org.symbolon.projections.shared.ReadModelSchema;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.projections.shared.TrailingPosition;
import org.symbolon.projections.shared.TrailingProgress;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.projections.token.TokenCountProjection;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.server.eventstore.EventNotifications;
import org.symbolon.server.eventstore.EventReader;
import org.symbolon.server.eventstore.Notice;
import org.symbolon.server.http.ProxySetting;
import org.symbolon.server.vault.ResponseKeys;
import org.symbolon.server.vault.RsaHeadSigner;

/** Wires the read models: what is projected inline, what trails, and what is kept in memory. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ReadModelConfiguration {

    private static final String TRAILING = "trailing";
    private static final int BATCH = 500;
    private static final long CLAIM_INTERVAL_MILLIS = 1000;
    private static final long CLAIM_EXTENSION_MILLIS = 1500;

    /**
     * Whatever is not named otherwise is projected in the command's own transaction, and fails with it. What trails is
     * read from the stream by one node at a time; another takes over when that one is gone.
     */
    @Bean
    ConfigurerModule projections(JdbcOperations jdbc) {
        return configurer -> configurer.eventProcessing(processing -> processing
                .usingSubscribingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE)
                .registerPooledStreamingEventProcessor(
                        TRAILING, Configuration::eventStore, ReadModelConfiguration::trailing)
                .registerHandlerInterceptor(TRAILING, configuration -> new TrailingPosition(jdbc)));
    }

    private static PooledStreamingEventProcessor.Builder trailing(
            Configuration configuration, PooledStreamingEventProcessor.Builder builder) {
        return builder.initialSegmentCount(1)
                .batchSize(BATCH)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS);
    }

    @Bean
    TrailingProgress trailingProgress() {
        return new TrailingProgress();
    }

    @Bean
    TrailingModels trailingModels(JdbcOperations jdbc) {
        return new TrailingModels(jdbc);
    }

    @Bean
    TokenCounterProjection tokenCounterProjection(JdbcOperations jdbc) {
        return new TokenCounterProjection(jdbc);
    }

    @Bean
    TokenCountProjection tokenCountProjection(JdbcOperations jdbc) {
        return new TokenCountProjection(jdbc);
    }

    @Bean
    GroupedProjector tokenCountModel(TokenCountProjection projection) {
        return new GroupedProjector(ReadModelGroup.TOKENS, projection);
    }

    @Bean
    HeadSigner headSigner(ResponseKeys keys) {
        return new RsaHeadSigner(keys);
    }

    @Bean
    AuditProjection auditProjection(JdbcOperations jdbc, HeadSigner signer) {
        return new AuditProjection(jdbc, signer);
    }

    @Bean
    AuditChain auditChain(JdbcOperations jdbc, JdbcTransactionManager transactionManager, HeadSigner signer) {
        return new AuditChain(jdbc, transactionManager, signer);
    }

    @Bean
    PositionParameterResolverFactory positionParameters(JdbcOperations jdbc) {
        return new PositionParameterResolverFactory(jdbc);
    }

    @Bean
    AdminProjection adminProjection(JdbcOperations jdbc) {
        return new AdminProjection(jdbc);
    }

    @Bean
    ConfigProjection configProjection(JdbcOperations jdbc) {
        return new ConfigProjection(jdbc);
    }

    @Bean
    PolicyProjection policyProjection(JdbcOperations jdbc) {
        return new PolicyProjection(jdbc);
    }

    @Bean
    EventHandlerProjection eventHandlerProjection(JdbcOperations jdbc) {
        return new EventHandlerProjection(jdbc);
    }

    @Bean
    PeriodicTaskProjection periodicTaskProjection(JdbcOperations jdbc) {
        return new PeriodicTaskProjection(jdbc);
    }

    @Bean
    RealmProjection realmProjection(JdbcOperations jdbc) {
        return new RealmProjection(jdbc);
    }

    @Bean
    TokenProjection tokenProjection(JdbcOperations jdbc) {
        return new TokenProjection(jdbc);
    }

    @Bean
    ConfigurationRefresh configurationRefresh(ConfigurationViews views, JdbcOperations jdbc) {
        return new ConfigurationRefresh(views, jdbc);
    }

    @Bean
    CandidateNotices candidateNotices(CandidateMemory memory, JdbcOperations jdbc) {
        return new CandidateNotices(memory, jdbc);
    }

    @Bean
    Notice candidateNotice(CandidateNotices notices) {
        return notices.asNotice();
    }

    @Bean
    EventNotifications eventNotifications(DataSource dataSource, ConfigurationViews views, List<Notice> notices) {
        return new EventNotifications(dataSource, views::reload, notices);
    }

    /** The read models' schema is made, or brought up to date, before anything looks into it. */
    @Bean
    @DependsOn("flywayInitializer")
    ConfigurationViews configurationViews(DataSource dataSource, JdbcOperations jdbc) {
        ReadModelSchema.migrate(dataSource, "rm");
        ConfigurationViews views = new ConfigurationViews(jdbc);
        views.reload();
        return views;
    }

    @Bean
    CandidateRows candidateRows(JdbcOperations jdbc) {
        return new CandidateRows(jdbc);
    }

    @Bean
    JdbcTokenCensus tokenCensus(JdbcOperations jdbc) {
        return new JdbcTokenCensus(jdbc);
    }

    @Bean
    ReadModelLookups readModelLookups(JdbcOperations jdbc, CandidateRows candidates) {
        return new ReadModelLookups(jdbc, candidates);
    }

    @Bean
    Numbers numbers(JdbcOperations jdbc) {
        return new Numbers(jdbc);
    }

    @Bean
    SystemSettings systemSettings(ConfigurationViews views, SecretVault vault) {
        return new ViewedSettings(views, vault);
    }

    @Bean
    ProxySetting proxySetting(ConfigurationViews views) {
        return () -> Optional.of("OverrideAuthorizationClient")
                .flatMap(key -> views.current().setting(key))
                .map(ConfigEntry::value)
                .orElse("");
    }

    @Bean
    Projectors projectors(
            Configuration configuration,
            JdbcOperations jdbc,
            AdminProjection admins,
            PolicyProjection policies,
            ConfigProjection settings,
            RealmProjection realms,
            TokenProjection tokens,
            TokenCounterProjection counters,
            EventHandlerProjection eventHandlers,
            PeriodicTaskProjection periodicTasks,
            AuditProjection audit,
            TrailingProgress progress,
            List<GroupedProjector> ofFeatures) {
        Map<ReadModelGroup, List<Object>> byGroup = new EnumMap<>(Map.of(
                ReadModelGroup.ADMINISTRATORS, List.of(admins),
                ReadModelGroup.POLICIES, List.of(policies),
                ReadModelGroup.TOKENS, List.of(settings, realms, tokens, counters),
                ReadModelGroup.AUTOMATION, List.of(eventHandlers, periodicTasks),
                ReadModelGroup.AUDIT, List.of(audit, progress)));
        ofFeatures.forEach(
                member -> byGroup.merge(member.group(), List.of(member.projector()), ReadModelConfiguration::joined));
        return new Projectors(configuration, byGroup, new TrailingPosition(jdbc));
    }

    private static List<Object> joined(List<Object> some, List<Object> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Bean
    Rebuild rebuild(
            DataSource dataSource,
            JdbcOperations jdbc,
            JdbcTransactionManager transactionManager,
            EventReader events,
            TrailingModels trailing,
            Projectors projectors) {
        return new Rebuild(dataSource, jdbc, transactionManager, events, trailing, projectors);
    }
}
