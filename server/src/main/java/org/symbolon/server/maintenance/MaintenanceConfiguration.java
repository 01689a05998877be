package org.symbolon.server.maintenance;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.Rebuild;

/** Wires what the command line does to keep a server's data in order. */
@Configuration(proxyBeanMethods = false)
public class MaintenanceConfiguration {

    @Bean
    MaintainedReadModels maintainedReadModels(
            JdbcOperations jdbc,
            JdbcTransactionManager transactions,
            TrailingModels trailing,
            Rebuild rebuild,
            CommandDispatcher commands,
            Clock clock) {
        TableDigests digests = new TableDigests(jdbc, transactions, trailing);
        return new MaintainedReadModels(jdbc, rebuild, commands, clock, digests);
    }

    @Bean
    VerifiableAudit verifiableAudit(
            JdbcOperations jdbc, TrailingModels trailing, AuditChain chain, CommandDispatcher commands, Clock clock) {
        return new VerifiableAudit(jdbc, trailing, chain, commands, clock);
    }

    @Bean
    StoredEventLog storedEventLog(QueryDispatcher queries) {
        return new StoredEventLog(queries);
    }
}
