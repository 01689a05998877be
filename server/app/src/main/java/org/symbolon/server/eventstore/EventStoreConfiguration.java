package org.symbolon.server.eventstore;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.symbolon.command.admin.Admin;
import org.symbolon.command.apikey.ApiKey;
import org.symbolon.command.auth.LoginTally;
import org.symbolon.command.auth.RevokedLogin;
import org.symbolon.command.caconnector.CaConnector;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.eventcounter.EventCounter;
import org.symbolon.command.eventhandler.EventHandler;
import org.symbolon.command.machineresolver.MachineResolver;
import org.symbolon.command.monitoring.Statistic;
import org.symbolon.command.periodictask.PeriodicTask;
import org.symbolon.command.periodictask.TaskName;
import org.symbolon.command.policy.Policy;
import org.symbolon.command.radiusserver.RadiusServer;
import org.symbolon.command.realm.Realm;
import org.symbolon.command.remoteserver.RemoteServer;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.serviceid.Serviceid;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.subscription.Subscription;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.UniqueValue;
import org.symbolon.command.tokengroup.Tokengroup;
import org.symbolon.command.user.PasswordReset;
import org.symbolon.command.user.UserAttributes;
import org.symbolon.events.EventFamilies;
import org.symbolon.projections.token.TrailingOnly;

/**
 * Wires Axon's JDBC engine to PostgreSQL. Everything is named here rather than left to auto-configuration, which on
 * this platform would run without transactions or take conflicts for faults (docs/adr/0001).
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    private static final int BATCH = 500;
    private static final int EVENTS_TO_SNAPSHOT = 100;
    private static final Duration CLAIM = Duration.ofSeconds(4);

    private static final List<Class<?>> AGGREGATES = List.of(
            Admin.class,
            ApiKey.class,
            CaConnector.class,
            ChallengeTransaction.class,
            EventCounter.class,
            EventHandler.class,
            LoginTally.class,
            MachineResolver.class,
            PasswordReset.class,
            PeriodicTask.class,
            PlannedEffect.class,
            Policy.class,
            RadiusServer.class,
            Realm.class,
            RemoteServer.class,
            Resolver.class,
            RevokedLogin.class,
            Serviceid.class,
            SmsGateway.class,
            SmtpServer.class,
            Statistic.class,
            Subscription.class,
            SystemConfig.class,
            TaskName.class,
            Token.class,
            Tokengroup.class,
            UniqueValue.class,
            UserAttributes.class);

    /** How many of each are kept in memory. */
    private static final Map<Class<?>, Long> CACHED =
            Map.of(Token.class, 200_000L, ChallengeTransaction.class, 20_000L);

    @Bean
    @Primary
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(JdbcTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new UniqueViolations();
    }

    @Bean
    @Primary
    NamedEventSerializer serializer() {
        return named();
    }

    @Bean
    @Qualifier("messageSerializer")
    NamedEventSerializer messageSerializer() {
        return named();
    }

    @Bean
    @Qualifier("eventSerializer")
    NamedEventSerializer eventSerializer() {
        return named();
    }

    private static NamedEventSerializer named() {
        Map<String, Class<?>> names = new HashMap<>(EventFamilies.byName());
        AGGREGATES.forEach(aggregate -> names.put(aggregate.getSimpleName(), aggregate));
        return NamedEventSerializer.of(names);
    }

    @Bean
    GapSafeStorageEngine eventStorageEngine(
            @Qualifier("eventSerializer") Serializer eventSerializer,
            PersistenceExceptionResolver resolver,
            ConnectionProvider connections,
            TransactionManager transactions,
            Configuration configuration) {
        return new GapSafeStorageEngine(
                GapSafeStorageEngine.builder()
                        .eventSerializer(eventSerializer)
                        .snapshotSerializer(eventSerializer)
                        .upcasterChain(new StoredUpcaster())
                        .snapshotFilter(configuration.snapshotFilter())
                        .persistenceExceptionResolver(resolver)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .dataType(String.class)
                        .batchSize(BATCH)
                        .schema(StoredEvents.SCHEMA),
                transactions,
                TrailingOnly::test);
    }

    @Bean
    EventReader eventReader(GapSafeStorageEngine engine) {
        return new EventReader(engine);
    }

    @Bean
    @Qualifier("eventStore")
    EventStore eventStore(EventStorageEngine engine, EventNotifications notifications) {
        NotifyingEventStore.Builder builder = NotifyingEventStore.builder().notifications(notifications);
        builder.storageEngine(engine);
        return builder.build();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        TokenSchema schema = TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build();
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(serializer)
                .claimTimeout(CLAIM)
                .build();
    }

    /** Snapshots are made beside the command that made them due, never inside it. */
    @Bean
    Snapshotter snapshotter(Configuration configuration, TransactionManager transactions, EventStore eventStore) {
        Executor beside = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "symbolon-snapshots");
            thread.setDaemon(true);
            return thread;
        });
        return AggregateSnapshotter.builder()
                .eventStore(eventStore)
                .transactionManager(transactions)
                .executor(beside)
                .repositoryProvider(configuration::repository)
                .parameterResolverFactory(configuration.parameterResolverFactory())
                .handlerDefinition(configuration.handlerDefinition(Object.class))
                .aggregateFactories(AGGREGATES.stream()
                        .<AggregateFactory<?>>map(GenericAggregateFactory::new)
                        .toList())
                .build();
    }

    /**
     * Cached are only those that every decision appends to: a stale copy of them ends in a conflict. All others are decided
     * on rarely, and perhaps with no event at all, so they are always as they are stored.
     */
    @Bean
    ConfigurerModule aggregates() {
        return configurer -> AGGREGATES.forEach(type -> {
            if (CACHED.containsKey(type)) {
                configurer.configureAggregate(cached(type, CACHED.get(type)));
            } else {
                configurer.configureAggregate(stored(type));
            }
        });
    }

    private static <T> AggregateConfigurer<T> cached(Class<T> type, long most) {
        return stored(type).configureCache(configuration -> new AggregateCache(most));
    }

    private static <T> AggregateConfigurer<T> stored(Class<T> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureSnapshotTrigger(configuration -> new EventCountSnapshotTriggerDefinition(
                        configuration.getComponent(Snapshotter.class), EVENTS_TO_SNAPSHOT));
    }
}
