package org.symbolon.app.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
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
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.events.EventFamilies;
import org.symbolon.store.eventstore.AggregateCache;
import org.symbolon.store.eventstore.AggregateCaches;
import org.symbolon.store.eventstore.EventAuthenticator;
import org.symbolon.store.eventstore.NamedEventSerializer;
import org.symbolon.store.vault.MasterKey;

/**
 * Wires Axon's JDBC engine to PostgreSQL. Everything is named here rather than left to auto-configuration, which on
 * this platform would run without transactions or take conflicts for faults (docs/adr/0001).
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    private static final int EVENTS_TO_SNAPSHOT = 100;
    private static final Duration CLAIM = Duration.ofSeconds(4);

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(JdbcTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
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
        Aggregates.ALL.forEach(aggregate -> names.put(aggregate.getSimpleName(), aggregate));
        return NamedEventSerializer.of(names);
    }

    @Bean
    @DependsOn("flywayInitializer")
    EventAuthenticator eventAuthenticator(
            MasterKey master,
            JdbcOperations jdbc,
            JdbcTransactionManager transactions,
            @Value("${symbolon.data}") Path data) {
        return EventAuthenticator.of(master, jdbc, new TransactionTemplate(transactions), data);
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
                .aggregateFactories(Aggregates.ALL.stream()
                        .<AggregateFactory<?>>map(GenericAggregateFactory::new)
                        .toList())
                .build();
    }

    @Bean
    ConfigurerModule aggregates(AggregateCaches caches) {
        return configurer -> Aggregates.ALL.forEach(type -> {
            if (Aggregates.CACHED.containsKey(type)) {
                configurer.configureAggregate(cached(type, caches.make(Aggregates.CACHED.get(type))));
            } else {
                configurer.configureAggregate(stored(type));
            }
        });
    }

    private static <T> AggregateConfigurer<T> cached(Class<T> type, AggregateCache cache) {
        return stored(type).configureCache(configuration -> cache);
    }

    private static <T> AggregateConfigurer<T> stored(Class<T> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureSnapshotTrigger(configuration -> new EventCountSnapshotTriggerDefinition(
                        configuration.getComponent(Snapshotter.class), EVENTS_TO_SNAPSHOT));
    }
}
