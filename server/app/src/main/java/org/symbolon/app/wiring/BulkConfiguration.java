package org.symbolon.app.wiring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.store.bulk.BulkUpkeep;
import org.symbolon.store.bulk.JdbcBulkOperations;

/** Wires what remembers how far orders about many tokens are. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    JdbcBulkOperations bulkOperations(JdbcOperations jdbc, JdbcTransactionManager transactions) {
        return new JdbcBulkOperations(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    @ConditionalOnWebApplication
    BulkUpkeep bulkUpkeep(JdbcBulkOperations operations) {
        return new BulkUpkeep(operations);
    }
}
