package org.symbolon.app.wiring;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.auth.brake.BrakeRule;
import org.symbolon.command.auth.brake.LoginBrake;
import org.symbolon.store.auth.SharedBrake;

/**
 * Wires what slows down whoever guesses. Nobody mistypes his password twenty times in a row, and twice an hour is forgiven; an address
 * may be a building, whose people are right more often than wrong.
 */
@Configuration(proxyBeanMethods = false)
class BrakeConfiguration {

    private static final Duration ACCOUNT_FORGIVEN_AFTER = Duration.ofMinutes(30);
    private static final Duration ACCOUNT_FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration ADDRESS_FORGIVEN_AFTER = Duration.ofMinutes(1);
    private static final Duration ADDRESS_FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int FORGIVEN_BY_SUCCESS_AT_ADDRESS = 10;

    @Bean
    LoginBrake loginBrake(
            @Value("${symbolon.brake.account-failures:20}") int accountFailures,
            @Value("${symbolon.brake.address-failures:500}") int addressFailures,
            @Value("${symbolon.brake.longest-pause:15m}") Duration longestPause,
            Clock clock) {
        BrakeRule ofAccounts = new BrakeRule(
                accountFailures, accountFailures, ACCOUNT_FORGIVEN_AFTER, ACCOUNT_FIRST_PAUSE, longestPause);
        BrakeRule ofAddresses = new BrakeRule(
                addressFailures,
                FORGIVEN_BY_SUCCESS_AT_ADDRESS,
                ADDRESS_FORGIVEN_AFTER,
                ADDRESS_FIRST_PAUSE,
                longestPause);
        return new LoginBrake(ofAccounts, ofAddresses, clock);
    }

    @Bean
    SharedBrake sharedBrake(LoginBrake brake, JdbcOperations jdbc) {
        return new SharedBrake(brake, jdbc);
    }
}
