package org.symbolon.server.http.user;

import java.time.Clock;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.OpenStores;
import org.symbolon.command.user.UserAttributeCommands;
import org.symbolon.command.user.UserAttributes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.command.user.port.UserCache;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.user.UserAttributeProjection;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.user.UserAttributeQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.user.JdbcUserCache;
import org.symbolon.server.user.QueriedAttributes;
import org.symbolon.server.user.UserCacheClearing;
import org.symbolon.server.user.ViewedRealms;

/** Wires users, their cache and their custom attributes, from the commands to the endpoints. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class UserConfiguration {

    @Bean
    UserAttributeCommands userAttributeCommands(Configuration configuration, Numbers numbers) {
        return new UserAttributeCommands(
                configuration.repository(UserAttributes.class), numbers.from("customuserattribute_seq"));
    }

    @Bean
    UserAttributeProjection userAttributeProjection(JdbcOperations jdbc) {
        return new UserAttributeProjection(jdbc);
    }

    @Bean
    GroupedProjector userAttributeModel(UserAttributeProjection projection) {
        return new GroupedProjector(ReadModelGroup.TOKENS, projection);
    }

    @Bean
    UserAttributeQueries userAttributeQueries(JdbcOperations jdbc) {
        return new UserAttributeQueries(jdbc);
    }

    @Bean
    RealmRegistry realmRegistry(Supplier<ConfigurationView> configuration) {
        return new ViewedRealms(configuration);
    }

    @Bean
    CustomAttributes customAttributes(
            RealmRegistry registry, Supplier<ConfigurationView> configuration, QueryDispatcher queries) {
        return new CustomAttributes(registry, new QueriedAttributes(configuration, queries));
    }

    @Bean
    JdbcUserCache userCache(JdbcOperations jdbc, SystemSettings settings, Clock clock) {
        return new JdbcUserCache(jdbc, settings, clock);
    }

    @Bean
    UserCacheClearing userCacheClearing(JdbcUserCache cache) {
        return new UserCacheClearing(cache);
    }

    @Bean
    OpenStores userStores(UserStoreTypes types, SecretVault vault, RealmRegistry registry, ConfigurationViews views) {
        OpenStores stores = new OpenStores(types, vault, registry);
        views.whenChanged(stores::closeOutdated);
        return stores;
    }

    @Bean
    UserDirectory userDirectory(
            RealmRegistry registry,
            SystemSettings settings,
            OpenStores stores,
            UserCache cache,
            CustomAttributes attributes) {
        return new UserDirectory(registry, settings, stores, cache, attributes);
    }

    @Bean
    RequestUsers requestUsers(UserDirectory directory) {
        return new RequestUsers(directory);
    }

    @Bean
    UserEndpoint userEndpoint(UserDirectory directory) {
        return new UserEndpoint(directory);
    }

    @Bean
    UserAttributeEndpoint userAttributeEndpoint(
            CommandDispatcher commands, RequestUsers users, CustomAttributes attributes) {
        return new UserAttributeEndpoint(commands, users, attributes);
    }
}
