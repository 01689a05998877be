package org.symbolon.server.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.policy.asking.SubjectFacts;
import org.symbolon.server.policy.explain.PolicyExplainer;
import org.symbolon.server.policy.whatif.PolicyReplay;
import org.symbolon.server.readmodel.Rebuild;
import org.symbolon.server.readmodel.SubjectLookups;

/** Wires what the command line does to keep a server's data in order. */
@Configuration(proxyBeanMethods = false)
public class MaintenanceConfiguration {

    @Bean
    MaintainedReadModels maintainedReadModels(
            JdbcOperations jdbc,
            JdbcTransactionManager transactions,
            TrailingModels trailing,
            Rebuild rebuild,
            CommandSender commands,
            Clock clock) {
        TableDigests digests = new TableDigests(jdbc, transactions, trailing);
        return new MaintainedReadModels(jdbc, rebuild, commands, clock, digests);
    }

    @Bean
    VerifiableAudit verifiableAudit(
            JdbcOperations jdbc, TrailingModels trailing, AuditChain chain, CommandSender commands, Clock clock) {
        return new VerifiableAudit(jdbc, trailing, chain, commands, clock);
    }

    /** Only where the server runs: a command of the command line has other things to do. */
    @Bean
    @ConditionalOnWebApplication
    Janitor janitor(
            CommandSender commands,
            List<Chore> chores,
            SystemSettings settings,
            @Value("${symbolon.janitor-interval:PT1M}") Duration interval) {
        return new Janitor(commands, chores, settings, interval);
    }

    @Bean
    PastStatistics pastStatistics(QueryDispatcher queries, TrailingModels trailing) {
        return new PastStatistics(queries, trailing);
    }

    @Bean
    PolicyToolbox policyToolbox(
            Supplier<ConfigurationView> configuration,
            PolicyExplainer explainer,
            PolicyReplay replay,
            UserDirectory directory,
            QueryDispatcher queries,
            CommandSender commands) {
        SubjectFacts facts = new SubjectLookups(directory, queries);
        return new PolicyToolbox(configuration, explainer, replay, directory, facts, commands);
    }

    @Bean
    AuditCsv auditCsv(QueryDispatcher queries, Clock clock) {
        return new AuditCsv(queries, clock);
    }

    @Bean
    StoredEventLog storedEventLog(QueryDispatcher queries) {
        return new StoredEventLog(queries);
    }
}
