package org.symbolon.connectors.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.Watchdog;

/** One connection to a mail server, for one mail. */
final class SmtpExchange {

    private static final String TRUE = "true";

    private final MailServer server;
    private final SmtpAddress address;
    private final Supplier<SSLSocketFactory> tls;
    private final Deadline deadline;

    SmtpExchange(MailServer server, SmtpAddress address, Supplier<SSLSocketFactory> tls, Deadline deadline) {
        this.server = server;
        this.address = address;
        this.tls = tls;
        this.deadline = deadline;
    }

    void send(MailMessage message, HostLookup hosts, Watchdog watchdog) {
        over(hosts, watchdog, socket -> {
            SMTPTransport transport = introduced(socket, message.isInternational(), tls);
            transport.sendMessage(message, message.getAllRecipients());
            leave(transport);
        });
    }

    /** Does all that comes before a mail, and answers the certificate that the server has shown, if it has. */
    Optional<X509Certificate> introduce(HostLookup hosts, Watchdog watchdog) {
        SeenCertificates seen = new SeenCertificates(tls.get());
        over(hosts, watchdog, socket -> leave(introduced(socket, false, () -> seen)));
        return seen.last();
    }

    /** Something that is done over a connection. */
    private interface Errand {
        void run(Socket socket) throws IOException, MessagingException;
    }

    private void over(HostLookup hosts, Watchdog watchdog, Errand errand) {
        try (Socket socket = connected(hosts)) {
            Watchdog.Watch watch = watchdog.over(socket, deadline);
            try {
                errand.run(socket);
            } finally {
                watch.close();
            }
        } catch (IOException | MessagingException failed) {
            throw deadline.isOver() ? address.failure(Trouble.TOO_SLOW) : SmtpFailures.of(failed, address);
        }
    }

    private Socket connected(HostLookup hosts) throws IOException {
        List<InetAddress> found = hosts.find(address.host(), deadline);
        for (int index = 0; index < found.size(); index++) {
            int share = deadline.millisLeft() / (found.size() - index) + 1;
            Socket socket = new BoundedSocket();
            try {
                socket.connect(new InetSocketAddress(found.get(index), address.port()), share);
                return socket;
            } catch (IOException unreachable) {
                socket.close();
            }
        }
        throw address.failure(deadline.isOver() ? Trouble.TOO_SLOW : Trouble.UNREACHABLE);
    }

    private SMTPTransport introduced(Socket socket, boolean international, Supplier<SSLSocketFactory> encryption)
            throws IOException, MessagingException {
        SMTPTransport transport = transport(settings(international, socket, encryption));
        transport.connect(address.tlsFromTheStart() ? secured(socket, encryption) : socket);
        if (logsIn() && !transport.supportsExtension("AUTH")) {
            throw address.failure(Trouble.LOGIN);
        }
        return transport;
    }

    private boolean logsIn() {
        return !server.username().isEmpty();
    }

    /** The mail is taken, whatever comes of this. */
    private static void leave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The server has left first.
        }
    }

    private SMTPTransport transport(Properties settings) {
        String username = logsIn() ? server.username() : null;
        String password = logsIn() ? server.password().reveal() : null;
        URLName name = new URLName("smtp", address.host(), address.port(), null, username, password);
        return new SMTPTransport(Session.getInstance(settings), name);
    }

    private Properties settings(boolean international, Socket socket, Supplier<SSLSocketFactory> encryption) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.localhost", greeting(socket.getLocalAddress()));
        settings.setProperty("mail.smtp.quitwait", "false");
        if (server.tls() && !address.tlsFromTheStart()) {
            settings.setProperty("mail.smtp.starttls.enable", TRUE);
            settings.setProperty("mail.smtp.starttls.required", TRUE);
            settings.setProperty("mail.smtp.ssl.checkserveridentity", TRUE);
            settings.put("mail.smtp.ssl.socketFactory", encryption.get());
        }
        if (logsIn()) {
            settings.setProperty("mail.smtp.auth", TRUE);
            settings.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        }
        if (international) {
            settings.setProperty("mail.mime.allowutf8", TRUE);
        }
        return settings;
    }

    /** Our address, since asking for our name could take long. */
    private static String greeting(InetAddress own) {
        String literal = own.getHostAddress();
        return own instanceof Inet6Address ? "[IPv6:" + literal.replaceFirst("%.*", "") + "]" : "[" + literal + "]";
    }

    private Socket secured(Socket socket, Supplier<SSLSocketFactory> encryption) throws IOException {
        SSLSocket secured = (SSLSocket) encryption.get().createSocket(socket, address.host(), address.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
