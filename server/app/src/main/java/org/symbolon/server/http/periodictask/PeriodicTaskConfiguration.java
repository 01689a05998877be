package org.symbolon.server.http.periodictask;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.symbolon.command.periodictask.PeriodicTask;
import org.symbolon.command.periodictask.PeriodicTaskCommands;
import org.symbolon.command.periodictask.TaskName;
import org.symbolon.query.periodictask.PeriodicTaskQueries;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.readmodel.ReadModelLookups;

/** Wires periodic tasks: their commands, their queries and their endpoint. */
@Configuration(proxyBeanMethods = false)
public class PeriodicTaskConfiguration {

    @Bean
    PeriodicTaskCommands periodicTaskCommands(
            org.axonframework.config.Configuration configuration, ReadModelLookups lookups) {
        return new PeriodicTaskCommands(
                configuration.repository(PeriodicTask.class),
                configuration.repository(TaskName.class),
                lookups::nextPeriodicTaskId);
    }

    @Bean
    PeriodicTaskQueries periodicTaskQueries(
            JdbcOperations jdbc, @Qualifier("queries") JpaTransactionManager transactions) {
        return new PeriodicTaskQueries(jdbc, transactions);
    }

    /** The nodes that are known are those of the setting, and this one. */
    @Bean
    PeriodicTaskEndpoint periodicTaskEndpoint(
            CommandDispatcher commands,
            QueryDispatcher queries,
            @Value("${symbolon.nodes:}") List<String> nodes,
            @Value("${symbolon.node}") String node) {
        return new PeriodicTaskEndpoint(
                commands,
                queries,
                Stream.concat(nodes.stream(), Stream.of(node)).distinct().toList());
    }
}
