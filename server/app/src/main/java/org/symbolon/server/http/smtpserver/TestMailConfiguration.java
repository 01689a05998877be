package org.symbolon.server.http.smtpserver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;

/** Wires the endpoint that tries a mail server out. */
@Configuration(proxyBeanMethods = false)
public class TestMailConfiguration {

    @Bean
    TestMailEndpoint testMailEndpoint(Mailer mailer, MailServers defined) {
        return new TestMailEndpoint(mailer, defined);
    }
}
