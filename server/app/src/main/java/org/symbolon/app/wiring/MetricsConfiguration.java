package org.symbolon.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.kernel.RowsOfStrangers;
import org.symbolon.api.management.DatabasePresence;
import org.symbolon.api.management.Exposition;
import org.symbolon.api.management.LackingEvents;
import org.symbolon.app.metrics.ProcessMemory;
import org.symbolon.command.auth.brake.LoginBrake;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.store.database.DatabaseWatch;
import org.symbolon.store.database.StatementWatch;
import org.symbolon.store.database.WatchedDataSource;

/** Wires what is measured. A command lives too short for that: its meters do nothing. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    @ConditionalOnNotWebApplication
    MeterRegistry noMeters() {
        return new CompositeMeterRegistry();
    }

    /** The edge is made for commands, too, though nobody asks it anything. */
    @Bean
    DatabasePresence databasePresence(DataSource source) throws SQLException {
        return source.unwrap(WatchedDataSource.class)::isAway;
    }

    @Bean
    @ConditionalOnNotWebApplication
    LackingEvents nobodyLooks() {
        return OptionalLong::empty;
    }

    @Bean
    @ConditionalOnNotWebApplication
    Exposition nothingToShow() {
        return () -> "";
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class OfAServer {

        @Bean
        PrometheusMeterRegistry meterRegistry() {
            return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        }

        @Bean
        Exposition exposition(PrometheusMeterRegistry registry) {
            return registry::scrape;
        }

        /** When all are made, those that show something are asked to. */
        @Bean
        SmartInitializingSingleton shownMeters(MeterRegistry registry, ObjectProvider<MeterBinder> binders) {
            return () -> binders.orderedStream().forEach(binder -> binder.bindTo(registry));
        }

        @Bean
        MeterBinder poolMeters(DataSource source) throws SQLException {
            HikariDataSource pool = source.unwrap(HikariDataSource.class);
            return registry -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        }

        @Bean
        MeterBinder databaseMeters(DatabaseWatch watch, DatabasePresence presence, DataSource source)
                throws SQLException {
            StatementWatch statements = source.unwrap(WatchedDataSource.class).statements();
            return registry -> {
                Gauge.builder("symbolon.database.away", presence, now -> now.isAway() ? 1 : 0)
                        .description("1 while the database is away")
                        .register(registry);
                FunctionCounter.builder("symbolon.database.outages", watch, DatabaseWatch::outages)
                        .description("How often the database went away")
                        .register(registry);
                FunctionCounter.builder(
                                "symbolon.database.away.seconds",
                                watch,
                                then -> then.away().toMillis() / 1000.0)
                        .description("For how long it was away in all")
                        .register(registry);
                FunctionCounter.builder("symbolon.statements.slow", statements, StatementWatch::slow)
                        .description("Statements that took longer than symbolon.slow-statement")
                        .register(registry);
            };
        }

        @Bean
        MeterBinder hashingMeters(PasswordHasher hasher) {
            return registry -> {
                Gauge.builder("symbolon.hashing.running", hasher, now -> now.load()
                                .running())
                        .description("Hashes of PINs and passwords that are computed")
                        .register(registry);
                Gauge.builder("symbolon.hashing.waiting", hasher, now -> now.load()
                                .waiting())
                        .description("Log-ins that wait for their turn to be hashed")
                        .register(registry);
                FunctionCounter.builder("symbolon.hashing.refused", hasher, now -> now.load()
                                .refused())
                        .description("Log-ins answered with 429, since too many waited")
                        .register(registry);
            };
        }

        @Bean
        MeterBinder strangerMeters(LoginBrake brake, RowsOfStrangers rows) {
            return registry -> {
                FunctionCounter.builder("symbolon.brake.refused", brake, LoginBrake::refused)
                        .description("Log-ins answered with 429, since account or address had failed too often")
                        .register(registry);
                FunctionCounter.builder("symbolon.audit.left.out", rows, RowsOfStrangers::leftOutInAll)
                        .description("Requests that came to nothing and have no row of the audit of their own")
                        .register(registry);
            };
        }

        @Bean
        MeterBinder identity(@Value("${symbolon.node}") String node, ObjectProvider<BuildProperties> build) {
            String version =
                    build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
            return registry -> Gauge.builder("symbolon.server", () -> 1)
                    .description("Which server this is")
                    .tag("node", node)
                    .tag("version", version)
                    .register(registry);
        }

        @Bean
        MeterBinder processMemory() {
            return new ProcessMemory();
        }

        @Bean
        JvmMemoryMetrics memoryMeters() {
            return new JvmMemoryMetrics();
        }

        @Bean
        JvmGcMetrics collectorMeters() {
            return new JvmGcMetrics();
        }

        @Bean
        JvmThreadMetrics threadMeters() {
            return new JvmThreadMetrics();
        }

        @Bean
        ClassLoaderMetrics classMeters() {
            return new ClassLoaderMetrics();
        }

        @Bean
        ProcessorMetrics processorMeters() {
            return new ProcessorMetrics();
        }

        @Bean
        FileDescriptorMetrics fileMeters() {
            return new FileDescriptorMetrics();
        }

        @Bean
        UptimeMetrics uptimeMeters() {
            return new UptimeMetrics();
        }

        /** How many lines of each level the log has got. */
        @Bean
        LogbackMetrics logMeters() {
            return new LogbackMetrics();
        }
    }
}
