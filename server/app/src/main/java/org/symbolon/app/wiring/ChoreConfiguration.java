package org.symbolon.app.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.app.maintenance.Chore;
import org.symbolon.command.auth.RemoveExpiredRevocations;
import org.symbolon.command.challenge.RemoveExpiredChallenges;

/** Wires what the janitor clears away. */
@Configuration(proxyBeanMethods = false)
class ChoreConfiguration {

    @Bean
    Chore removalOfExpiredRevocations() {
        return new Chore("expired revocations of log-ins", new RemoveExpiredRevocations());
    }

    @Bean
    Chore removalOfExpiredChallenges() {
        return new Chore("expired challenges", new RemoveExpiredChallenges());
    }
}
