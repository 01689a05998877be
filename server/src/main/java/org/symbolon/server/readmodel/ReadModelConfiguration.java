package org.symbolon.server.readmodel;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.admin.AdminProjection;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.resolver.ResolverProjection;
import org.symbolon.projections.shared.PositionParameterResolverFactory;
import org.symbolon.projections.shared.ReadModelSchema;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.server.eventstore.EventNotifications;
import org.symbolon.server.http.ProxySetting;

/** Wires the read models: what is projected inline, what trails, and what is kept in memory. */
@Configuration(proxyBeanMethods = false)
public class ReadModelConfiguration {

    /** Whatever is not named otherwise is projected in the command's own transaction, and fails with it. */
    @Bean
    ConfigurerModule projections() {
        return configurer -> configurer.eventProcessing(processing -> processing
                .usingSubscribingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(
                        configuration -> org.axonframework.eventhandling.PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE));
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
    RealmProjection realmProjection(JdbcOperations jdbc) {
        return new RealmProjection(jdbc);
    }

    @Bean
    ResolverProjection resolverProjection(JdbcOperations jdbc) {
        return new ResolverProjection(jdbc);
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
    EventNotifications eventNotifications(DataSource dataSource, ConfigurationViews views) {
        return new EventNotifications(dataSource, views::reload);
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
    ReadModelLookups readModelLookups(JdbcOperations jdbc, CandidateRows candidates) {
        return new ReadModelLookups(jdbc, candidates);
    }

    @Bean
    SystemSettings systemSettings(ConfigurationViews views) {
        return key -> views.current().setting(key).map(ConfigEntry::value);
    }

    @Bean
    ProxySetting proxySetting(ConfigurationViews views) {
        return () -> Optional.of("OverrideAuthorizationClient")
                .flatMap(key -> views.current().setting(key))
                .map(ConfigEntry::value)
                .orElse("");
    }
}
