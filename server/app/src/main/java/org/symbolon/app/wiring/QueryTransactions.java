package org.symbolon.app.wiring;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions of the query side. */
record QueryTransactions(PlatformTransactionManager manager) {

    TransactionTemplate template() {
        return new TransactionTemplate(manager);
    }
}
