package org.symbolon.app.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.app.maintenance.Chore;
import org.symbolon.command.auth.ForgetUnusedLogins;
import org.symbolon.command.auth.RemoveExpiredRevocations;
import org.symbolon.command.challenge.RemoveExpiredChallenges;
import org.symbolon.command.effect.DropOldEffects;

/** Wires what the janitor clears away. */
@Configuration(proxyBeanMethods = false)
class ChoreConfiguration {

    private static final int DAYS_GIVEN_UP = 7;
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

    /** What nobody has mended in a week is of no use any more. */
    @Bean
    Chore removalOfGivenUpEffects() {
        return new Chore("given-up effects of event handlers", new DropOldEffects(DAYS_GIVEN_UP));
    }
}
