package org.symbolon.projections.support;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.shared.ReadModelSchema;

/**
 * A real database for one test: a schema rm with the read models, a schema public with the table of events. Since a copy of the template
 * takes longer than most tests, another test is given it afterwards, emptied, unless its tables are no longer those of the template.
 */
public final class ReadModelDatabase implements AutoCloseable {

    private static final String TEMPLATE = "template_of_tests";
    private static final String READ_MODELS = "rm";
    private static final String EVENTS =
            """
            create table public.domain_event (
                global_index bigint primary key,
                event_identifier varchar(36) not null unique,
                aggregate_identifier varchar(255) not null,
                sequence_number bigint not null,
                type varchar(255),
                payload_type varchar(255) not null,
                payload_revision varchar(255),
                time_stamp varchar(255) not null,
                payload text not null,
                meta_data text,
                digest bytea,
                mac bytea,
                unique (aggregate_identifier, sequence_number))
            """;
    private static final EmbeddedPostgres SERVER = start();
    private static final Emptying EMPTYING = Emptying.of(new JdbcTemplate(unpooled(TEMPLATE, READ_MODELS)));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Queue<ReadModelDatabase> SPARE = new ConcurrentLinkedQueue<>();

    private final String name;
    private final String schema;
    private final HikariDataSource pooled;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactionManager;

    private ReadModelDatabase(String name, String schema) {
        this.name = name;
        this.schema = schema;
        this.pooled = new HikariDataSource();
        pooled.setJdbcUrl(url(name, schema));
        pooled.setMinimumIdle(1);
        pooled.setMaximumPoolSize(3);
        this.jdbc = new JdbcTemplate(pooled);
        this.transactionManager = new DataSourceTransactionManager(pooled);
    }

    /** A database of its own, empty. */
    public static ReadModelDatabase create() {
        ReadModelDatabase spare = SPARE.poll();
        return spare == null ? copied() : spare;
    }

    private static ReadModelDatabase copied() {
        String name = "test_" + NUMBER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name + " template " + TEMPLATE);
        return new ReadModelDatabase(name, READ_MODELS);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("autovacuum", "off")
                    .start();
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + TEMPLATE);
            DataSource template = server.getDatabase("postgres", TEMPLATE);
            ReadModelSchema.migrate(template, READ_MODELS);
            new JdbcTemplate(template).execute(EVENTS);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database seen through another schema of read models, which is made if it is not there. */
    public ReadModelDatabase shadow(String otherSchema) {
        ReadModelSchema.migrate(SERVER.getDatabase("postgres", name), otherSchema);
        return new ReadModelDatabase(name, otherSchema);
    }

    /** Another connection to the same tables. */
    public DataSource anotherConnection() {
        return unpooled(name, schema);
    }

    private static DataSource unpooled(String name, String schema) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(name, schema));
        return dataSource;
    }

    private static String url(String name, String schema) {
        return SERVER.getJdbcUrl("postgres", name) + "&currentSchema=" + schema + ",public";
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public DataSource dataSource() {
        return pooled;
    }

    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager);
    }

    /** All rows of a table, each as its columns and values, sorted. */
    public List<String> rows(String table) {
        List<String> rows = new ArrayList<>();
        jdbc.queryForList("select * from " + table).forEach(row -> rows.add(new TreeMap<>(row).toString()));
        Collections.sort(rows);
        return rows;
    }

    @Override
    public void close() {
        if (pooled.isClosed() || SPARE.contains(this)) {
            return;
        }
        if (schema.equals(READ_MODELS) && EMPTYING.succeedsIn(transactions(), jdbc)) {
            SPARE.add(this);
        } else {
            pooled.close();
        }
    }
}
