package org.symbolon.store.vault;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.store.support.MigratedDatabase;

/** A real PostgreSQL with the tables of the keys, one for all tests of this package. */
final class VaultDatabase {

    private static final DataSource DATA_SOURCE =
            MigratedDatabase.with("V1__event_store", "V2__keys", "V14__master_key");

    private VaultDatabase() {}

    /** Empties the tables and answers a client of them. */
    static JdbcClient emptied() {
        JdbcClient jdbc = JdbcClient.create(DATA_SOURCE);
        jdbc.sql("truncate public.data_key, public.signing_key, public.master_key, public.domain_event")
                .update();
        return jdbc;
    }

    static TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(DATA_SOURCE));
    }
}
