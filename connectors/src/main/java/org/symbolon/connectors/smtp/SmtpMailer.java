package org.symbolon.connectors.smtp;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.Watchdog;

/** Hands mail in by SMTP, over a connection of its own for each mail, in the caller's thread. */
public final class SmtpMailer implements Mailer, AutoCloseable {

    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final Random random;
    private final SSLSocketFactory tls;
    private final HostLookup hosts = new HostLookup();
    private final Watchdog watchdog = new Watchdog("smtp-watchdog");

    /** One that trusts the authorities that Java does. */
    public SmtpMailer(Clock clock, Random random) {
        this(clock, random, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmtpMailer(Clock clock, Random random, SSLSocketFactory tls) {
        this.clock = clock;
        this.random = random;
        this.tls = tls;
    }

    @Override
    public void send(MailServer server, Mail mail) {
        SmtpAddress address = SmtpAddress.of(server);
        MailMessage message = message(address, mail);
        Deadline deadline = Deadline.in(server.timeout());
        new SmtpExchange(server, address, tls, deadline).send(message, hosts, watchdog);
    }

    private MailMessage message(SmtpAddress address, Mail mail) {
        try {
            return MailMessage.of(mail, clock.instant(), newId());
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
