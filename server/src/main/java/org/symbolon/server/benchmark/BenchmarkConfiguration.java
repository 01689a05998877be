package org.symbolon.server.benchmark;

import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.shared.Randomness;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.vault.DataKeyVault;

/** Wires what fills a server with made-up data. */
@Configuration(proxyBeanMethods = false)
public class BenchmarkConfiguration {

    @Bean
    SampleFilling sampleFilling(
            JdbcOperations jdbc,
            EventStore store,
            TransactionManager transactions,
            CommandDispatcher commands,
            DataKeyVault vault,
            PasswordHasher hasher,
            Randomness randomness,
            TrailingModels trailing,
            Clock clock,
            @Value("${symbolon.data}") Path data,
            @Value("${symbolon.node}") String node) {
        return new SampleFilling(
                jdbc,
                new BulkEvents(store, transactions),
                new SamplePeople(data, commands),
                vault,
                hasher,
                randomness,
                trailing,
                clock,
                node);
    }
}
