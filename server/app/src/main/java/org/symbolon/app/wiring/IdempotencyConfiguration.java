package org.symbolon.app.wiring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.store.idempotency.IdempotencyUpkeep;
import org.symbolon.store.idempotency.JdbcIdempotencyKeys;
import org.symbolon.store.vault.MasterKey;

/** Wires what lets a request be done once, however often it is sent. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    JdbcIdempotencyKeys idempotencyKeys(
            JdbcOperations jdbc, JdbcTransactionManager transactions, SecretVault vault, MasterKey master) {
        return new JdbcIdempotencyKeys(jdbc, new TransactionTemplate(transactions), vault, master);
    }

    @Bean
    @ConditionalOnWebApplication
    IdempotencyUpkeep idempotencyUpkeep(JdbcIdempotencyKeys keys) {
        return new IdempotencyUpkeep(keys);
    }
}
