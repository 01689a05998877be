package org.symbolon.store.support;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Databases with the tables that a test needs, in one PostgreSQL for all tests of the module; it ends with the process. Each has a pool:
 * a connection of its own for each statement takes longer than the statement.
 */
public final class MigratedDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private MigratedDatabase() {}

    /** A new one, after some of the migrations, which are named without their folder and suffix. */
    public static DataSource with(String... migrations) {
        String name = "test_" + NUMBER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
        database.setMinimumIdle(1);
        for (String migration : migrations) {
            ClassPathResource script = new ClassPathResource("db/migration/" + migration + ".sql");
            new ResourceDatabasePopulator(script).execute(database);
        }
        return database;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("autovacuum", "off")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
