package org.symbolon.server.http.smtpserver;

import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smtpserver.SmtpServer;
import org.symbolon.command.smtpserver.SmtpServerCommands;
import org.symbolon.projections.smtpserver.SmtpServerProjection;
import org.symbolon.query.smtpserver.SmtpServerQueries;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.Numbers;
import org.symbolon.server.readmodel.ReadModelGroup;

/** Wires mail servers, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class SmtpServerConfiguration {

    @Bean
    SmtpServerCommands smtpServerCommands(Configuration configuration, Numbers numbers, SecretVault vault) {
        return new SmtpServerCommands(
                configuration.repository(SmtpServer.class), numbers.from("smtpserver_seq"), vault);
    }

    @Bean
    SmtpServerProjection smtpServerProjection(JdbcOperations jdbc) {
        return new SmtpServerProjection(jdbc);
    }

    @Bean
    GroupedProjector smtpServerModel(SmtpServerProjection projection) {
        return new GroupedProjector(ReadModelGroup.SMTP_SERVERS, projection);
    }

    @Bean
    SmtpServerQueries smtpServerQueries(JdbcOperations jdbc) {
        return new SmtpServerQueries(jdbc);
    }

    @Bean
    SmtpServerEndpoint smtpServerEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        return new SmtpServerEndpoint(commands, queries);
    }
}
