package org.symbolon.store.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Sees to it that an application has a database before the first of its beans is made: the configured one, or else the
 * embedded one of the data directory. It is stopped after the application has closed, by which time nobody needs it.
 */
public final class DatabaseSupplier implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    /** What the application is, and so how it shares the data directory with others. */
    public enum Purpose {
        /** Owns the database of the directory, alone. */
        SERVER,
        /** Joins a server that runs, or starts the database for a moment. */
        COMMAND,
        /** As a command, and makes nothing where there is nothing to read. */
        READER
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Purpose purpose;
    private final Consumer<Environment> precondition;
    private EmbeddedDatabase database;
    private boolean stopped;

    public DatabaseSupplier(Purpose purpose) {
        this(purpose, environment -> {});
    }

    /** @param precondition throws what forbids to make or start a database, once it is sure that nobody else has the data directory */
    public DatabaseSupplier(Purpose purpose, Consumer<Environment> precondition) {
        this.purpose = purpose;
        this.precondition = precondition;
    }

    /** After the configuration has been read and logging set up. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        Path path = Path.of(environment.getRequiredProperty("symbolon.data"));
        DataDirectory directory = purpose == Purpose.READER ? DataDirectory.existing(path) : DataDirectory.at(path);
        String url = environment.getProperty("spring.datasource.url", "");
        if (StringUtils.hasText(url)) {
            precondition.accept(environment);
            look(new DatabaseAccess(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", "")));
            return;
        }
        SpringApplication.getShutdownHandlers().add(this::stop);
        DatabaseAccess access = provide(directory, environment);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embeddedDatabase",
                        Map.of(
                                "spring.datasource.url", access.url(),
                                "spring.datasource.username", access.username(),
                                "spring.datasource.password", access.password())));
    }

    private void look(DatabaseAccess access) {
        ConfiguredDatabase database = new ConfiguredDatabase(access);
        database.requireUsable();
        if (purpose == Purpose.READER) {
            database.requireTables();
        }
    }

    private DatabaseAccess provide(DataDirectory directory, ConfigurableEnvironment environment) {
        String node = environment.getRequiredProperty("symbolon.node");
        RootRule rule = RootRule.in(environment);
        return switch (purpose) {
            case SERVER -> {
                int port = Binder.get(environment)
                        .bind("server.port", Integer.class)
                        .get();
                DataDirectoryLock lock = DataDirectoryLock.acquire(directory, LockHolder.server(node, port), PATIENCE);
                requirePrecondition(environment, lock);
                yield start(lock, rule);
            }
            case COMMAND -> joinOrStart(directory, LockHolder.command(node), rule);
            case READER -> {
                directory.requireDatabase();
                yield joinOrStart(directory, LockHolder.command(node), rule);
            }
        };
    }

    private void requirePrecondition(ConfigurableEnvironment environment, DataDirectoryLock lock) {
        try {
            precondition.accept(environment);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private DatabaseAccess joinOrStart(DataDirectory directory, LockHolder self, RootRule rule) {
        Deadline deadline = Deadline.in(PATIENCE);
        while (true) {
            Optional<DataDirectoryLock> lock = DataDirectoryLock.tryAcquire(directory, self);
            if (lock.isPresent()) {
                return start(lock.get(), rule);
            }
            LockHolder other = DataDirectoryLock.holderOf(directory);
            Optional<DatabaseAccess> running = EmbeddedDatabase.runningOn(directory);
            if (other.isServer() && running.isPresent()) {
                return running.get();
            }
            if (deadline.isPast()) {
                throw new DataDirectoryInUseException(directory, other);
            }
            deadline.pause(PAUSE);
        }
    }

    private synchronized DatabaseAccess start(DataDirectoryLock lock, RootRule rule) {
        if (stopped) {
            lock.close();
            throw new DatabaseException("stopped while starting");
        }
        database = EmbeddedDatabase.start(lock, rule);
        return database.access();
    }

    /**
     * Stops the database, once the application has closed. Waits for a start under way, lest a stop that comes early leaves the
     * database running alone.
     */
    public synchronized void stop() {
        stopped = true;
        if (database != null) {
            database.close();
        }
    }
}
