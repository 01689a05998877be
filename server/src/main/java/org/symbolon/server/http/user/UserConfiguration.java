package org.symbolon.server.http.user;

import java.time.Clock;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.user.UserAttributeCommands;
import org.symbolon.command.user.UserAttributes;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.user.UserAttributeProjection;
import org.symbolon.query.user.UserAttributeQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.policy.AttributePolicies;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.user.CustomAttributes;
import org.symbolon.server.user.RequestUsers;
import org.symbolon.server.user.UserCache;
import org.symbolon.server.user.UserCacheClearing;
import org.symbolon.server.user.UserDirectory;

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
    CustomAttributes customAttributes(Supplier<ConfigurationView> configuration, QueryDispatcher queries) {
        return new CustomAttributes(configuration, queries);
    }

    @Bean
    UserCache userCache(JdbcOperations jdbc, SystemSettings settings, Clock clock) {
        return new UserCache(jdbc, settings, clock);
    }

    @Bean
    UserCacheClearing userCacheClearing(UserCache cache) {
        return new UserCacheClearing(cache);
    }

    @Bean
    UserEndpoint userEndpoint(UserDirectory directory) {
        return new UserEndpoint(directory);
    }

    @Bean
    UserAttributeEndpoint userAttributeEndpoint(
            CommandDispatcher commands, RequestUsers users, CustomAttributes attributes, AttributePolicies policies) {
        return new UserAttributeEndpoint(commands, users, attributes, policies::rightsOf);
    }
}
