package org.symbolon.server.wiring;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.auth.Evidence;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.server.policy.LoginNames;
import org.symbolon.server.policy.LoginPagePolicies;
import org.symbolon.server.policy.LoginQuestions;
import org.symbolon.server.policy.asking.Policies;
import org.symbolon.server.policy.asking.SubjectFacts;
import org.symbolon.server.policy.rights.Surroundings;

/** Wires the policies and what enforces them. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    Policies policies(
            Supplier<ConfigurationView> configuration,
            SubjectFacts facts,
            Clock clock,
            @Value("${symbolon.node}") String node) {
        return new Policies(() -> configuration.get().policies(), facts, node, clock);
    }

    @Bean
    LoginQuestions loginPolicies(
            Policies policies,
            LoginNames names,
            SubjectFacts facts,
            Clock clock,
            Evidence evidence,
            @Value("${symbolon.node}") String node) {
        return new LoginQuestions(policies, names, facts, user -> evidence.hasTokens(user.asOwner()), clock, node);
    }

    @Bean
    LoginPagePolicies loginPagePolicies(Surroundings around, @Value("${symbolon.node}") String node) {
        return new LoginPagePolicies(around.realms(), node);
    }
}
