package org.symbolon.store.vault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL with the tables of the keys, one for all tests of this package. */
final class VaultDatabase {

    private static final DataSource DATA_SOURCE = start();

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

    private static DataSource start() {
        try {
            DataSource dataSource = EmbeddedPostgres.builder().start().getPostgresDatabase();
            Stream.of("V1__event_store", "V2__keys", "V14__master_key")
                    .map(script -> new ClassPathResource("db/migration/" + script + ".sql"))
                    .forEach(script -> new ResourceDatabasePopulator(script).execute(dataSource));
            return dataSource;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
