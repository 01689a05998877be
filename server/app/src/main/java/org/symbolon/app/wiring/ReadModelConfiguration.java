package org.symbolon.app.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DirectEventProcessingStrategy;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.auth.RevokedLogins;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.shared.ReadModelSchema;
import org.symbolon.projections.shared.TrailingPosition;
import org.symbolon.projections.shared.UnreadableEvents;
import org.symbolon.store.readmodel.CarefulProjection;
import org.symbolon.store.readmodel.InvokerByType;

/** Wires the read models: what is projected inline, what trails, and what is kept in memory. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {

    private static final String READ_MODELS = "rm";
    private static final String TRAILING = "trailing";
    private static final int BATCH = 500;
    private static final long CLAIM_INTERVAL_MILLIS = 1000;
    private static final long CLAIM_EXTENSION_MILLIS = 1500;

    /**
     * Whatever is not named otherwise is projected in the command's own transaction, and fails with it. What trails is
     * read from the stream by one node at a time; another takes over when that one is gone. An event that cannot be read, or on
     * which a model fails, is left out and named.
     */
    @Bean
    ConfigurerModule projections(JdbcOperations jdbc, ObjectProvider<CarefulProjection> careful) {
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerEventProcessorFactory(ReadModelConfiguration::inline)
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE)
                .registerPooledStreamingEventProcessor(
                        TRAILING, Configuration::eventStore, ReadModelConfiguration::trailing)
                .registerErrorHandler(
                        TRAILING,
                        configuration -> failure -> careful.getObject().handleError(failure))
                .registerHandlerInterceptor(TRAILING, configuration -> new TrailingPosition(jdbc))
                .registerHandlerInterceptor(TRAILING, configuration -> new UnreadableEvents(jdbc)));
    }

    /** As Axon makes it where nothing else is said, but for what it asks of an event. */
    private static EventProcessor inline(String name, Configuration configuration, EventHandlerInvoker handlers) {
        EventProcessingConfiguration processing = configuration.eventProcessingConfiguration();
        return SubscribingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new InvokerByType(handlers))
                .messageSource(configuration.eventBus())
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(SubscribingEventProcessor.class, name))
                .processingStrategy(DirectEventProcessingStrategy.INSTANCE)
                .transactionManager(processing.transactionManager(name))
                .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class))
                .build();
    }

    private static PooledStreamingEventProcessor.Builder trailing(
            Configuration configuration, PooledStreamingEventProcessor.Builder builder) {
        return builder.initialSegmentCount(1)
                .batchSize(BATCH)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS);
    }

    /**
     * The read models' schema is made, or brought up to date, before anything looks into it: on the connections on which the event
     * store's was, which no time limit cuts off.
     */
    @Bean
    @DependsOn("flywayInitializer")
    ConfigurationViews configurationViews(
            Flyway store, JdbcOperations jdbc, @Value("${symbolon.reading:false}") boolean reading) {
        DataSource source = store.getConfiguration().getDataSource();
        if (reading) {
            ReadModelSchema.requireCurrent(source, READ_MODELS);
        } else {
            ReadModelSchema.migrate(source, READ_MODELS);
        }
        ConfigurationViews views = new ConfigurationViews(jdbc);
        views.reload();
        return views;
    }

    /** The configuration's views bring the read models' schema up to date. */
    @Bean
    @DependsOn("configurationViews")
    RevokedLogins revokedLogins(JdbcOperations jdbc, Clock clock) {
        RevokedLogins revoked = new RevokedLogins(jdbc, clock);
        revoked.reload();
        return revoked;
    }
}
