package org.symbolon.server.http.user;

import java.time.Clock;
import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.user.PasswordReset;
import org.symbolon.command.user.PasswordResetCommands;
import org.symbolon.command.user.RecoveryCodes;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.projections.user.PasswordResetProjection;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.user.PasswordResetQueries;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.PasswordResetLookups;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires recovery codes. No endpoint makes or takes one in this version, for they have to be sent by mail. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class PasswordResetConfiguration {

    @Bean
    PasswordResetLookups passwordResetLookups(JdbcOperations jdbc, QueryDispatcher queries, Numbers numbers) {
        return new PasswordResetLookups(jdbc, queries, numbers.from("pwreset_seq"));
    }

    @Bean
    RecoveryCodes recoveryCodes(PasswordResets known, PasswordHasher hasher, Randomness randomness) {
        return new RecoveryCodes(known, hasher, randomness);
    }

    @Bean
    PasswordResetCommands passwordResetCommands(Configuration configuration, PasswordResets known, Clock clock) {
        return new PasswordResetCommands(configuration.repository(PasswordReset.class), known, clock);
    }

    @Bean
    PasswordResetProjection passwordResetProjection(JdbcOperations jdbc) {
        return new PasswordResetProjection(jdbc);
    }

    @Bean
    GroupedProjector passwordResetModel(PasswordResetProjection projection) {
        return new GroupedProjector(ReadModelGroup.PASSWORD_RESETS, projection);
    }

    @Bean
    PasswordResetQueries passwordResetQueries(JdbcOperations jdbc) {
        return new PasswordResetQueries(jdbc);
    }
}
