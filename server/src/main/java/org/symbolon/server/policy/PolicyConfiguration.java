package org.symbolon.server.policy;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.user.UserDirectory;

/** Wires the policies and what enforces them. */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

    @Bean
    Policies policies(
            Supplier<ConfigurationView> configuration,
            UserDirectory directory,
            QueryDispatcher queries,
            Clock clock,
            @Value("${symbolon.node}") String node) {
        return new Policies(configuration, new SubjectFacts(directory, queries), node, clock);
    }

    @Bean
    RightPolicies rightPolicies(Policies policies, UserDirectory directory) {
        return new RightPolicies(policies, directory);
    }

    @Bean
    EndpointPolicies endpointPolicies(RightPolicies rights) {
        return PolicyTable.of(rights);
    }
}
