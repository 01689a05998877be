package org.symbolon.server.http.smtpserver;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.connectors.smtp.SmtpMailer;
import org.symbolon.query.smtpserver.MailServerAccessQueries;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.smtpserver.DefinedMailServers;

/** Wires the mailer, the mail servers that it may be sent to, and the endpoint that tries one out. */
@Configuration(proxyBeanMethods = false)
public class TestMailConfiguration {

    @Bean(destroyMethod = "close")
    SmtpMailer mailer(Clock clock) {
        return new SmtpMailer(clock, new SecureRandom());
    }

    @Bean
    MailServerAccessQueries mailServerAccessQueries(JdbcOperations jdbc) {
        return new MailServerAccessQueries(jdbc);
    }

    @Bean
    DefinedMailServers definedMailServers(QueryDispatcher queries, SecretVault vault) {
        return new DefinedMailServers(queries, vault);
    }

    @Bean
    TestMailEndpoint testMailEndpoint(Mailer mailer, DefinedMailServers defined) {
        return new TestMailEndpoint(mailer, defined);
    }
}
