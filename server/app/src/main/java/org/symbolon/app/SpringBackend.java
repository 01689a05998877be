package org.symbolon.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.symbolon.app.maintenance.CheckedBackups;
import org.symbolon.app.maintenance.KeptBackups;
import org.symbolon.cli.backup.BackupFiles;
import org.symbolon.cli.backup.BackupRestorer;
import org.symbolon.cli.backup.Backups;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.NodeName;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.store.backup.RestorationOrder;
import org.symbolon.store.database.DatabaseSupplier;
import org.symbolon.store.database.DatabaseSupplier.Purpose;

/** Runs the commands in the Spring context that the server consists of, without its web part where none is needed. */
public final class SpringBackend implements Backend {
    private final Purpose purposeOfCommands;

    public SpringBackend() {
        this(Purpose.COMMAND);
    }

    private SpringBackend(Purpose purposeOfCommands) {
        this.purposeOfCommands = purposeOfCommands;
    }

    @Override
    public Backend reading() {
        return new SpringBackend(Purpose.READER);
    }

    @Override
    public <T> T beside(Class<T> type) {
        return type.cast(type == BackupFiles.class ? new CheckedBackups() : (BackupRestorer) SpringBackend::restored);
    }

    /** It is restored while the application begins: before anything knows the master key, for there may be none yet, or another one. */
    private static Backups.Restored restored(SharedOptions options, Backups.Restoration wanted, Progress progress) {
        Instant started = Instant.now();
        RestorationOrder order =
                new RestorationOrder(wanted.file(), wanted.masterKey(), wanted.replace(), progress::at);
        SpringApplication application = application(WebApplicationType.NONE, new DatabaseSupplier(Purpose.COMMAND));
        application.setLazyInitialization(true);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("restorationOrder", order));
        try (ConfigurableApplicationContext context = application.run(options.asSpringArguments())) {
            return context.getBean(KeptBackups.class).finish(order, started);
        } catch (RuntimeException failure) {
            throw StartFailure.explained(failure);
        }
    }

    @Override
    public <T> void use(SharedOptions options, Class<T> type, Consumer<T> work) {
        SpringApplication application = application(WebApplicationType.NONE, new DatabaseSupplier(purposeOfCommands));
        application.setDefaultProperties(properties(purposeOfCommands == Purpose.READER));
        // A command needs little of what there is, and most of the memory of a start is what nobody asks for.
        application.setLazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run(options.asSpringArguments())) {
            work.accept(context.getBean(type));
        } catch (RuntimeException failure) {
            throw StartFailure.explained(failure);
        }
    }

    @Override
    public RunningServer serve(SharedOptions options) {
        CountDownLatch closed = new CountDownLatch(1);
        DatabaseSupplier database = new DatabaseSupplier(Purpose.SERVER, PortCheck::require);
        SpringApplication application = application(WebApplicationType.SERVLET, database);
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        try {
            return new SpringServer(application.run(options.asSpringArguments()), closed, database);
        } catch (RuntimeException failure) {
            throw StartFailure.explained(failure);
        }
    }

    private static SpringApplication application(WebApplicationType type, DatabaseSupplier database) {
        SpringApplication application = new SpringApplication(SymbolonServer.class);
        application.setWebApplicationType(type);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(false));
        application.addListeners(new SecretFiles(), database);
        return application;
    }

    private static Map<String, Object> properties(boolean reading) {
        return Map.of("symbolon.node", NodeName.ofThisHost(), "symbolon.reading", reading);
    }

    private record SpringServer(
            ConfigurableApplicationContext context, CountDownLatch closed, DatabaseSupplier database)
            implements RunningServer {
        @Override
        public int port() {
            return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        }

        @Override
        public String node() {
            return context.getEnvironment().getRequiredProperty("symbolon.node");
        }

        @Override
        public Path data() {
            return Path.of(context.getEnvironment().getRequiredProperty("symbolon.data"))
                    .toAbsolutePath()
                    .normalize();
        }

        @Override
        public <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        @Override
        public void awaitEnd() throws InterruptedException {
            SpringApplication.getShutdownHandlers().add(this::endWell);
            closed.await();
        }

        /** A server that was told to stop has done what it was told; the Java machine would end with 143 for the signal. */
        private void endWell() {
            database.stop();
            Runtime.getRuntime().halt(0);
        }
    }
}
