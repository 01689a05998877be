package org.symbolon.store.backup;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.database.StatementWatch;
import org.symbolon.store.database.WatchedDataSource;

/** A database with the tables of the store, as one version or another has made them; all of them lie in one PostgreSQL. */
public final class BackupDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private final HikariDataSource pool = new HikariDataSource();
    private final WatchedDataSource source;
    private final JdbcTemplate jdbc;

    public BackupDatabase() {
        this("latest");
    }

    public BackupDatabase(String version) {
        this("backup" + NUMBER.incrementAndGet(), TEMPLATES.computeIfAbsent(version, BackupDatabase::template));
    }

    private BackupDatabase(String name, String template) {
        new JdbcTemplate(Cluster.RUNNING.getPostgresDatabase())
                .execute("create database " + name + " template " + template);
        pool.setJdbcUrl(Cluster.RUNNING.getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(2);
        WatchedDataSource.prepare(pool);
        source = WatchedDataSource.of(pool, new StatementWatch(Duration.ofHours(1), System::nanoTime));
        jdbc = new JdbcTemplate(source);
    }

    /** Migrations take longer than a test. */
    private static String template(String version) {
        String name = "template_" + version;
        try (BackupDatabase database = new BackupDatabase(name, "template1")) {
            Flyway.configure()
                    .configuration(database.flyway().getConfiguration())
                    .target(version)
                    .load()
                    .migrate();
        }
        return name;
    }

    private static final class Cluster {

        private static final EmbeddedPostgres RUNNING = start();

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

    public WatchedDataSource source() {
        return source;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    Flyway flyway() {
        return Flyway.configure()
                .dataSource(source)
                .defaultSchema("public")
                .schemas("public")
                .load();
    }

    public DatabaseUse use(String node) {
        return new DatabaseUse(source, node);
    }

    /** The tables that there are. */
    List<String> tables() {
        return jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class);
    }

    /** Every row of the tables that a backup holds, as text. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : StoreTables.kept()) {
            rows.put(table, jdbc.queryForList("select t::text from public." + table + " t order by 1", String.class));
        }
        return rows;
    }

    @Override
    public void close() {
        pool.close();
    }
}
