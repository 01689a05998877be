package org.symbolon.connectors.sms;

import java.util.List;
import java.util.Map;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.command.smtpserver.port.Mailer;

/** Gateways that take messages by mail, over a mail server that is defined. */
final class MailProvider implements SmsProvider {

    private static final String TO = "MAILTO";
    private static final String SERVER = "SMTPIDENTIFIER";
    private static final String SUBJECT = "SUBJECT";
    private static final String BODY = "BODY";

    private final Mailer mailer;
    private final MailServers servers;

    MailProvider(Mailer mailer, MailServers servers) {
        this.mailer = mailer;
        this.servers = servers;
    }

    @Override
    public void send(Gateway gateway, TextMessage message) {
        Map<String, String> tags = Map.of(
                Tags.PHONE,
                PhoneNumber.plain(gateway, message),
                Tags.OTP,
                message.text().reveal());
        MailServers.Defined server = server(gateway);
        Mail mail = Mail.plain(
                server.sender(),
                Tags.filled(gateway.required(TO), tags),
                Tags.filled(gateway.option(SUBJECT).orElse("{phone}"), tags),
                Tags.filled(gateway.option(BODY).orElse("{otp}"), tags));
        try {
            mailer.send(server.server(), mail);
        } catch (MailNotSentException failure) {
            throw new TextNotSentException(gateway.identifier(), trouble(failure), failure.getMessage());
        }
    }

    @Override
    public List<Finding> examine(Gateway gateway) {
        gateway.required(TO);
        server(gateway);
        return List.of(Finding.ok(
                "It sends over the mail server %s, which is looked at by itself".formatted(gateway.required(SERVER))));
    }

    private MailServers.Defined server(Gateway gateway) {
        String name = gateway.required(SERVER);
        return servers.find(name)
                .orElseThrow(() -> new TextNotSentException(
                        gateway.identifier(), Trouble.DEFINITION, "there is no mail server " + name));
    }

    private static Trouble trouble(MailNotSentException failure) {
        return switch (failure.trouble()) {
            case ADDRESS, NOT_SIGNED -> Trouble.DEFINITION;
            case MALFORMED -> Trouble.NUMBER;
            case UNKNOWN_HOST -> Trouble.UNKNOWN_HOST;
            case UNREACHABLE -> Trouble.UNREACHABLE;
            case TOO_SLOW -> Trouble.TOO_SLOW;
            case BROKEN_OFF -> Trouble.BROKEN_OFF;
            case NOT_SECURE -> Trouble.NOT_SECURE;
            case LOGIN -> Trouble.LOGIN;
            case REJECTED -> Trouble.REJECTED;
        };
    }
}
