package org.symbolon.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.symbolon.projections.audit.HeadSigner;
import org.symbolon.store.checkpoint.AuditProof;
import org.symbolon.store.checkpoint.CheckpointCommand;
import org.symbolon.store.checkpoint.Sealer;
import org.symbolon.store.checkpoint.StreamVerification;
import org.symbolon.store.eventstore.EventAuthenticator;
import org.symbolon.store.eventstore.EventCorrections;

/** Wires what seals the stream, and what finds out whether it is as it was sealed. */
@Configuration(proxyBeanMethods = false)
class CheckpointConfiguration {

    @Bean
    @ConditionalOnWebApplication
    Sealer sealer(
            JdbcOperations jdbc,
            JdbcTransactionManager transactions,
            HeadSigner signer,
            Clock clock,
            @Value("${symbolon.data}") Path data,
            @Value("${symbolon.checkpoint-command:}") String command,
            @Value("${symbolon.checkpoint-pause:1m}") Duration pause) {
        return new Sealer(jdbc, transactions, signer, data, new CheckpointCommand(command), pause, clock);
    }

    @Bean
    StreamVerification streamVerification(
            JdbcOperations jdbc,
            JdbcTransactionManager transactions,
            HeadSigner signer,
            EventAuthenticator authenticator,
            EventCorrections corrections,
            @Value("${symbolon.data}") Path data) {
        return new StreamVerification(jdbc, transactions, signer, authenticator, corrections, data);
    }

    @Bean
    AuditProof auditProof(
            JdbcOperations jdbc,
            JdbcTransactionManager transactions,
            HeadSigner signer,
            EventAuthenticator authenticator) {
        return new AuditProof(jdbc, transactions, signer, authenticator);
    }
}
