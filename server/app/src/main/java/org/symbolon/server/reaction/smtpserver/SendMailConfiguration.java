package org.symbolon.server.reaction.smtpserver;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.connectors.smtp.MailPageFolder;
import org.symbolon.connectors.smtp.SmtpMailer;
import org.symbolon.reactions.smtpserver.SendMailReaction;
import org.symbolon.server.readmodel.SmtpServerLookups;

/** Wires the sending of mail. */
@Configuration(proxyBeanMethods = false)
public class SendMailConfiguration {

    @Bean(destroyMethod = "close")
    SmtpMailer mailer(Clock clock, SecureRandom random) {
        return new SmtpMailer(clock, random);
    }

    @Bean
    SmtpServerLookups smtpServerLookups(JdbcOperations jdbc, SecretVault vault) {
        return new SmtpServerLookups(jdbc, vault);
    }

    @Bean
    SendMailReaction sendMailReaction(
            Mailer mailer,
            MailServers servers,
            @Value("${symbolon.template-directory:/etc/edumfa/templates}") Path templates) {
        return new SendMailReaction(mailer, servers, new MailPageFolder(templates));
    }
}
