package org.symbolon.server.benchmark;

import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.shared.Randomness;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.server.readmodel.Projectors;
import org.symbolon.server.vault.DataKeyVault;

/** Wires what fills a server with made-up data. */
@Configuration(proxyBeanMethods = false)
public class BenchmarkConfiguration {

    @Bean
    SampleFilling sampleFilling(
            JdbcOperations jdbc,
            EventStorageEngine engine,
            TransactionManager transactions,
            CommandSender commands,
            DataKeyVault vault,
            PasswordHasher hasher,
            Randomness randomness,
            TrailingModels trailing,
            Projectors projectors,
            Clock clock,
            @Value("${symbolon.data}") Path data,
            @Value("${symbolon.node}") String node) {
        return new SampleFilling(
                jdbc,
                new BulkEvents(engine, transactions, jdbc, projectors.inline()),
                new SamplePeople(data, commands),
                vault,
                hasher,
                randomness,
                trailing,
                clock,
                node);
    }
}
