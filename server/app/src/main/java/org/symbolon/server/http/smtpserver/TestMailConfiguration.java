package org.symbolon.server.http.smtpserver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;

/** Wires the endpoint that tries a mail server out. */
@Configuration(proxyBeanMethods = false)
public class TestMailConfiguration {

    @Bean
    MailTrial mailTrial(Mailer mailer) {
        return new MailTrial(mailer);
    }

    @Bean
    TestMailEndpoint testMailEndpoint(MailTrial trial, MailServers defined) {
        return new TestMailEndpoint(trial, defined);
    }
}
