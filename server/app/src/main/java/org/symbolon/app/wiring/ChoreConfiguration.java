package org.symbolon.app.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.app.maintenance.Chore;
import org.symbolon.command.auth.ForgetUnusedLogins;
import org.symbolon.command.auth.RemoveExpiredRevocations;
import org.symbolon.command.challenge.RemoveExpiredChallenges;

/** Wires what the janitor clears away. */
@Configuration(proxyBeanMethods = false)
class ChoreConfiguration {

    private static final int MINUTES_UNUSED = 30 * 24 * 60;

    @Bean
    Chore removalOfExpiredRevocations() {
        return new Chore("expired revocations of log-ins", new RemoveExpiredRevocations());
    }

    @Bean
    Chore removalOfExpiredChallenges() {
        return new Chore("expired challenges", new RemoveExpiredChallenges());
    }

    /** Policies let log-ins be remembered for hours or days; whom they forget is not looked at again until he comes. */
    @Bean
    Chore removalOfUnusedLogins() {
        return new Chore("remembered log-ins", new ForgetUnusedLogins(MINUTES_UNUSED));
    }
}
