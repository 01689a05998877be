package org.symbolon.connectors.smtp;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Verdict;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.network.HostLookup;
import org.symbolon.connectors.network.Watchdog;

/** Does with a mail server all that comes before a mail, the log-in included, and looks at the certificate that mails are signed with. */
public final class SmtpExaminer implements Examiner<MailServer>, AutoCloseable {

    private final Supplier<SSLSocketFactory> tls;
    private final HostLookup hosts = new HostLookup();
    private final Watchdog watchdog = new Watchdog("smtp-examiner-watchdog");

    /** One that trusts the authorities that Java does. */
    public SmtpExaminer() {
        this(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmtpExaminer(Supplier<SSLSocketFactory> tls) {
        this.tls = tls;
    }

    @Override
    public List<Finding> examine(MailServer server) {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.addAll(introduced(server));
        } catch (MailNotSentException trouble) {
            findings.add(Finding.failed(trouble.getMessage() + remedy(trouble.trouble())));
        }
        server.signer().ifPresent(signer -> findings.add(signed(signer)));
        return findings;
    }

    private List<Finding> introduced(MailServer server) {
        SmtpAddress address = SmtpAddress.of(server);
        Deadline deadline = Deadline.in(server.timeout());
        Optional<X509Certificate> shown = new SmtpExchange(server, address, tls, deadline).introduce(hosts, watchdog);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("The mail server " + address
                + (server.username().isEmpty() ? " takes mail without a log-in" : " takes the log-in")));
        if (shown.isEmpty() && !server.username().isEmpty()) {
            findings.add(Finding.warning(
                    "The password crosses the network in clear: give the mail server tls, or smtps:// as"
                            + " its address"));
        }
        shown.ifPresent(certificate -> findings.add(Finding.certificate("The certificate of " + address, certificate)));
        return findings;
    }

    private static String remedy(Trouble trouble) {
        return switch (trouble) {
            case ADDRESS -> ": give a host, or smtps://host:465";
            case UNKNOWN_HOST -> ": look at its name, and at this machine's name servers";
            case UNREACHABLE, TOO_SLOW -> ": look whether it runs, and whether something between lets nobody pass";
            case NOT_SECURE -> ": look at its certificate, and at whether it knows STARTTLS";
            case LOGIN -> ": look at the user name and the password";
            case BROKEN_OFF -> ": look at the port, and at whether TLS is to begin at once";
            case REJECTED, NOT_SIGNED, MALFORMED -> "";
        };
    }

    private static Finding signed(MailSigner signer) {
        Verdict over = signer.required() ? Verdict.FAILED : Verdict.WARNING;
        try {
            SigningIdentity identity = SigningIdentity.of(signer);
            identity.requireItsKey();
            return Finding.certificate("The certificate that mails are signed with", identity.certificate(), over);
        } catch (UnsoundSignerException unsound) {
            return new Finding.Said(over, "Mails cannot be signed: " + unsound.getMessage());
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
