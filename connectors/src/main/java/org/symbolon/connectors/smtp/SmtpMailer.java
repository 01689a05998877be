package org.symbolon.connectors.smtp;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.Watchdog;

/** Hands mail in by SMTP, over a connection of its own for each mail, in the caller's thread. */
public final class SmtpMailer implements Mailer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final Random random;
    private final Supplier<SSLSocketFactory> tls;
    private final HostLookup hosts = new HostLookup();
    private final Watchdog watchdog = new Watchdog("smtp-watchdog");

    /** One that trusts the authorities that Java does; they are read when the first mail needs them. */
    public SmtpMailer(Clock clock, Random random) {
        this(clock, random, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmtpMailer(Clock clock, Random random, Supplier<SSLSocketFactory> tls) {
        this.clock = clock;
        this.random = random;
        this.tls = tls;
    }

    @Override
    public void send(MailServer server, Mail mail) {
        SmtpAddress address = SmtpAddress.of(server);
        MailMessage message = message(address, server, mail);
        Deadline deadline = Deadline.in(server.timeout());
        new SmtpExchange(server, address, tls, deadline).send(message, hosts, watchdog);
    }

    /** Signed, if it can be; whether it is sent where it cannot is for the definition to say. */
    private MailMessage message(SmtpAddress address, MailServer server, Mail mail) {
        try {
            return message(address, mail, server.signer());
        } catch (UnsoundSignerException unsound) {
            if (server.signer().filter(MailSigner::required).isPresent()) {
                throw address.failure(Trouble.NOT_SIGNED, unsound.getMessage());
            }
            LOG.warn("A mail over {} is not signed: {}", address, unsound.getMessage());
            return message(address, mail, Optional.empty());
        }
    }

    private MailMessage message(SmtpAddress address, Mail mail, Optional<MailSigner> signer) {
        try {
            return MailMessage.of(mail, signer, clock.instant(), newId());
        } catch (MessagingException malformed) {
            throw address.failure(Trouble.MALFORMED);
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
