package org.symbolon.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.app.OutageSilence;
import org.symbolon.projections.shared.SchemaMigration;
import org.symbolon.store.backup.RestorationOrder;
import org.symbolon.store.backup.StoreRestoration;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.database.DatabaseWatch;
import org.symbolon.store.database.StatementWatch;
import org.symbolon.store.database.WatchedDataSource;
import org.symbolon.store.eventstore.EventCorrections;
import org.symbolon.store.eventstore.StoredEventKinds;

/** Wires what sees to it that nobody waits for a database that is away. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Duration SLOW = Duration.ofSeconds(1);

    /** Puts the watched pool in the place of the pool that Spring Boot makes. */
    @Bean
    static BeanPostProcessor watchedPool(Environment environment) {
        return new WatchedPool(environment.getProperty("symbolon.slow-statement", Duration.class, SLOW));
    }

    private static final class WatchedPool implements BeanPostProcessor, PriorityOrdered {

        private final Duration slow;

        private WatchedPool(Duration slow) {
            this.slow = slow;
        }

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool) {
                WatchedDataSource.prepare(pool);
            }
            return bean;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source
                    ? WatchedDataSource.of(source, new StatementWatch(slow, System::nanoTime))
                    : bean;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    /** A long migration of a full table must not be cut off as a statement that hangs is. */
    @Bean
    FlywayConfigurationCustomizer unhurriedMigrations(DataSource source) throws SQLException {
        DataSource unhurried = source.unwrap(WatchedDataSource.class).unhurried();
        return flyway -> flyway.dataSource(unhurried).lockRetryCount(SchemaMigration.WITHOUT_END);
    }

    /** Whoever only looks leaves the tables as they are. What is to be restored is restored before anything knows what was there. */
    @Bean
    FlywayMigrationStrategy migrationStrategy(
            @Value("${symbolon.reading:false}") boolean reading,
            ObjectProvider<RestorationOrder> orders,
            ObjectProvider<StoreRestoration> restorations) {
        if (reading) {
            return SchemaMigration::requireCurrent;
        }
        return flyway -> {
            SchemaMigration.run(flyway);
            orders.ifAvailable(order -> order.carryOut(restorations.getObject(), flyway));
        };
    }

    /** Asks before anything decides. Commands may go on: those that mend a store are among them. */
    @Bean(initMethod = "requireKnown")
    @ConditionalOnWebApplication
    StoredEventKinds storedEventKinds(JdbcClient jdbc, EventCorrections corrections) {
        return new StoredEventKinds(jdbc, corrections);
    }

    /** A server answers out of read models; commands may go on, for one of them makes these. */
    @Bean
    @ConditionalOnWebApplication
    InitializingBean finishedRestore(DatabaseUse use) {
        return use::requireFinished;
    }

    /** A command that lives for a moment finds out by itself. */
    @Bean
    @ConditionalOnWebApplication
    DatabaseWatch databaseWatch(DataSource source) throws SQLException {
        return new DatabaseWatch(source.unwrap(WatchedDataSource.class));
    }

    @Bean
    @ConditionalOnWebApplication
    OutageSilence outageSilence(DataSource source) throws SQLException {
        return OutageSilence.about(source.unwrap(WatchedDataSource.class));
    }
}
