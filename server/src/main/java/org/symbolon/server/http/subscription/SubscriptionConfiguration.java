package org.symbolon.server.http.subscription;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.subscription.Subscription;
import org.symbolon.command.subscription.SubscriptionCommands;
import org.symbolon.projections.subscription.SubscriptionProjection;
import org.symbolon.query.subscription.SubscriptionQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires subscriptions, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class SubscriptionConfiguration {

    @Bean
    SubscriptionCommands subscriptionCommands(Configuration configuration, Numbers numbers) {
        return new SubscriptionCommands(configuration.repository(Subscription.class), numbers.from("subscription_seq"));
    }

    @Bean
    SubscriptionProjection subscriptionProjection(JdbcOperations jdbc) {
        return new SubscriptionProjection(jdbc);
    }

    @Bean
    GroupedProjector subscriptionModel(SubscriptionProjection projection) {
        return new GroupedProjector(ReadModelGroup.SUBSCRIPTIONS, projection);
    }

    @Bean
    SubscriptionQueries subscriptionQueries(JdbcOperations jdbc) {
        return new SubscriptionQueries(jdbc);
    }

    @Bean
    SubscriptionEndpoint subscriptionEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new SubscriptionEndpoint(commands, queries);
    }
}
