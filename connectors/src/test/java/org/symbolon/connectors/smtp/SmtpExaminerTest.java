package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** What is found out about mail servers that get no mail. */
class SmtpExaminerTest {

    private static final List<String> OFFERED = List.of("STARTTLS", "AUTH PLAIN LOGIN");

    private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        green.stop();
    }

    private static List<String> told(MailServer server) {
        return told(server, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static List<String> told(MailServer server, SSLSocketFactory trust) {
        try (SmtpExaminer examiner = new SmtpExaminer(() -> trust)) {
            return Findings.told(examiner.examine(server));
        }
    }

    private static MailServer server(String address, int port, String user, boolean tls) {
        return new MailServer(address, port, user, Secret.of("Secret-7"), tls, Duration.ofSeconds(10));
    }

    private MailServer green(String user) {
        green.start();
        green.getUserManager().setAuthRequired(true);
        green.setUser("me", "me", "Secret-7");
        return server("127.0.0.1", green.getSmtp().getPort(), user, false);
    }

    @Test
    void aServerThatTakesTheLogInIsWellAndGetsNoMail() {
        MailServer server = green("me");

        assertThat(told(server))
                .containsExactly(
                        "OK The mail server 127.0.0.1:%d takes the log-in".formatted(server.port()),
                        "WARNING The password crosses the network in clear: give the mail server tls, or smtps:// as its"
                                + " address");
        assertThat(green.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatRefusesTheLogInIsNot() {
        MailServer server = green("somebody-else");

        assertThat(told(server))
                .containsExactly(
                        ("FAILED The mail server 127.0.0.1:%d refuses the log-in: look at the user name and the"
                                        + " password")
                                .formatted(server.port()));
    }

    @Test
    void aServerThatNeedsNoLogInIsToldSo() {
        green.start();

        assertThat(told(server("127.0.0.1", green.getSmtp().getPort(), "", false)))
                .singleElement()
                .asString()
                .endsWith("takes mail without a log-in");
    }

    @Test
    void theCertificateAfterStartTlsIsSeen() throws Exception {
        Certificates sound = Certificates.of("dns:localhost");
        SmtpDialogue dialogue = new SmtpDialogue(OFFERED, sound.server(), Map.of());
        try (HandMadeServer server = new HandMadeServer(dialogue)) {
            assertThat(told(server("localhost", server.port(), "me", true), sound.trusting()))
                    .containsExactly(
                            "OK The mail server localhost:%d takes the log-in".formatted(server.port()),
                            "HOLDS The certificate of localhost:%d, else FAILED".formatted(server.port()));
            server.awaitServed();
        }
        assertThat(dialogue.heard()).noneMatch(line -> line.contains("MAIL"));
    }

    @Test
    void theCertificateOfTlsFromTheStartIsSeenAndAnExpiredOneIsCalledSo() throws Exception {
        Certificates expired = Certificates.of("dns:localhost", Duration.ofDays(9));
        SmtpDialogue dialogue = new SmtpDialogue(OFFERED, expired.server(), Map.of());
        try (HandMadeServer server = new HandMadeServer(connection -> {
            SSLSocket secured = (SSLSocket) expired.server().getSocketFactory().createSocket(connection, null, false);
            secured.setUseClientMode(false);
            dialogue.meet(secured);
        })) {
            MailServer encrypted = server("smtps://localhost:" + server.port(), 25, "me", true);
            assertThat(told(encrypted, (SSLSocketFactory) SSLSocketFactory.getDefault()))
                    .singleElement()
                    .asString()
                    .contains("shows a certificate that does not hold (its certificate comes from no authority");
        }
        assertThat(dialogue.heard()).isEmpty();
    }

    @Test
    void whoIsAwayIsSaidToBe() {
        assertThat(told(server("127.0.0.1", 1, "", false)))
                .containsExactly(
                        "FAILED The mail server 127.0.0.1:1 cannot be reached: look whether it runs, and whether"
                                + " something between lets nobody pass");
        assertThat(told(server("ftp://user:Secret-7@x", 1, "", false)))
                .containsExactly(
                        "FAILED The mail server of this definition has an address that is none: give a host, or"
                                + " smtps://host:465");
    }

    @Test
    void theCertificateThatMailsAreSignedWithIsLookedAt() throws Exception {
        Instant now = Instant.now();
        SoftSigner person = SoftSigner.of("EC", 256, now.minusSeconds(60), now.plusSeconds(60));
        SoftSigner another = SoftSigner.of("EC", 256, now.minusSeconds(60), now.plusSeconds(60));
        MailServer away = server("127.0.0.1", 1, "", false);

        assertThat(told(away.signing(Optional.of(signer(person, person, true)))))
                .contains("HOLDS The certificate that mails are signed with, else FAILED");
        assertThat(told(away.signing(Optional.of(signer(person, person, false)))))
                .contains("HOLDS The certificate that mails are signed with, else WARNING");
        assertThat(told(away.signing(Optional.of(signer(person, another, true)))))
                .contains("FAILED Mails cannot be signed: The private key is not that of the certificate");
    }

    private static MailSigner signer(SoftSigner certificate, SoftSigner key, boolean required) {
        return new MailSigner(certificate.certificatePem(), Secret.of(key.keyPem()), required);
    }
}
