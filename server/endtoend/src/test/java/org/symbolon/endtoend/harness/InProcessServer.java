package org.symbolon.endtoend.harness;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.symbolon.app.SymbolonServer;
import org.symbolon.store.database.DatabaseAccess;
import org.symbolon.store.database.DatabaseSupplier;

/** The whole server in the tests' own process, on a port of its own, with its beans at hand. */
public final class InProcessServer implements AutoCloseable {

    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "Admin-Secret-7";

    /** Tests lay the files of user stores where it suits them; that they may not lie anywhere is tested by itself. */
    static final String ANYWHERE = "/";

    /** What stands for the outside stands on this machine. */
    private static final String LOCAL_DESTINATIONS = "--symbolon.local-destinations=";

    private static final String STORE_FILES = "--symbolon.store-files=";

    /** The keys of telephones that people have take ten times as long to make. */
    private static final String TELEPHONE_KEY_BITS = "--symbolon.telephone-key-bits=";

    /** A server has all its connections at once, of which most tests never need more than some. */
    private static final String CONNECTIONS_AT_REST = "--spring.datasource.hikari.minimum-idle=";

    /**
     * Readers of events are told seldom, and then find more at once: what tests do one by one would have each of them look for each
     * event. Whoever waits for the lists has them told before.
     */
    private static final String NOTICE_PAUSE = "--symbolon.notice-pause=";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    private InProcessServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On a database of its own that holds nothing but one administrator. */
    public static InProcessServer start(Path data, String... properties) {
        return start(data, Installed.in(data), properties);
    }

    public static InProcessServer start(Path data, DatabaseAccess database, String... properties) {
        return start(data, database, "tested", application -> {}, properties);
    }

    /** One node of several, which the action may change before it starts. */
    public static InProcessServer start(
            Path data, DatabaseAccess database, String node, Consumer<SpringApplication> change, String... properties) {
        SpringApplication application = new SpringApplication(SymbolonServer.class);
        change.accept(application);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(CheapSecrets::putInto);
        application.addListeners(new DatabaseSupplier(DatabaseSupplier.Purpose.SERVER));
        List<String> arguments = new ArrayList<>(List.of(
                "--symbolon.data=" + data,
                "--symbolon.node=" + node,
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(properties));
        addUnlessGiven(STORE_FILES, ANYWHERE, arguments);
        addUnlessGiven(LOCAL_DESTINATIONS, "127.0.0.1", arguments);
        addUnlessGiven(TELEPHONE_KEY_BITS, "2048", arguments);
        addUnlessGiven(CONNECTIONS_AT_REST, "3", arguments);
        addUnlessGiven(NOTICE_PAUSE, "100ms", arguments);
        return new InProcessServer(application.run(arguments.toArray(String[]::new)));
    }

    private static void addUnlessGiven(String option, String value, List<String> arguments) {
        if (arguments.stream().noneMatch(argument -> argument.startsWith(option))) {
            arguments.add(option + value);
        }
    }

    /** A database as after a first start, which holds nothing but one administrator; its key is put into the folder. */
    public static DatabaseAccess installed(Path data) {
        return Installed.in(data);
    }

    public static DatabaseAccess newDatabase() {
        return newDatabase("");
    }

    /** A new one, made in a way that PostgreSQL knows, such as from a template. */
    static DatabaseAccess newDatabase(String how) {
        return createDatabase("symbolon" + DATABASES.incrementAndGet(), how);
    }

    static DatabaseAccess createDatabase(String name, String how) {
        SingleConnectionDataSource cluster =
                new SingleConnectionDataSource(Cluster.RUNNING.getJdbcUrl("postgres", "postgres"), true);
        try {
            JdbcClient.create(cluster)
                    .sql("create database " + name + " " + how)
                    .update();
        } finally {
            cluster.destroy();
        }
        return new DatabaseAccess(Cluster.RUNNING.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** One PostgreSQL for all servers of this kind; it ends with the process. */
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

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public ApiClient anonymous() {
        return new ApiClient(port());
    }

    public ApiClient admin() {
        return ApiClient.loggedIn(port(), ADMIN, ADMIN_PASSWORD);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether a bean that waits for whoever needs it first was made. */
    public boolean hasMade(String bean) {
        return context.getBeanFactory().containsSingleton(bean);
    }

    /** The connections of the server. */
    public HikariDataSource pool() {
        try {
            return bean(DataSource.class).unwrap(HikariDataSource.class);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All beans of a kind, such as the endpoints. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
