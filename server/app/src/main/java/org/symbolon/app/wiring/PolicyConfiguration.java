package org.symbolon.app.wiring;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.auth.Evidence;
import org.symbolon.policy.LoginNames;
import org.symbolon.policy.LoginPagePolicies;
import org.symbolon.policy.LoginQuestions;
import org.symbolon.policy.asking.Policies;
import org.symbolon.policy.asking.SubjectFacts;
import org.symbolon.policy.rights.Surroundings;
import org.symbolon.projections.config.ConfigurationView;

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
            LoginNames names,
            SubjectFacts facts,
            Clock clock,
            Evidence evidence,
            @Value("${symbolon.node}") String node) {
        return new LoginQuestions(names, facts, user -> evidence.hasTokens(user.asOwner()), clock, node);
    }

    @Bean
    LoginPagePolicies loginPagePolicies(Surroundings around, @Value("${symbolon.node}") String node) {
        return new LoginPagePolicies(around.realms(), node);
    }
}
