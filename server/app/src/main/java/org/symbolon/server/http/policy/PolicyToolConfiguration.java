package org.symbolon.server.http.policy;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.server.eventstore.EventReader;
import org.symbolon.server.policy.EndpointPolicies;
import org.symbolon.server.policy.asking.Policies;
import org.symbolon.server.policy.explain.PolicyExplainer;
import org.symbolon.server.policy.whatif.PolicyReplay;
import org.symbolon.server.readmodel.StoredRequests;

/** Wires what helps to see what policies do. */
@Configuration(proxyBeanMethods = false)
public class PolicyToolConfiguration {

    @Bean
    PolicyExplainer policyExplainer(Policies policies, EndpointPolicies table) {
        return new PolicyExplainer(policies, table);
    }

    @Bean
    PolicyReplay policyReplay(EventReader events, EndpointPolicies table) {
        return new PolicyReplay(new StoredRequests(events), table);
    }

    @Bean
    PolicyCheckEndpoint policyCheckEndpoint(UserDirectory directory) {
        return new PolicyCheckEndpoint(directory);
    }

    @Bean
    PolicyWhatIfEndpoint policyWhatIfEndpoint(
            PolicyReplay replay, Supplier<ConfigurationView> configuration, Clock clock) {
        return new PolicyWhatIfEndpoint(replay, configuration, clock);
    }
}
