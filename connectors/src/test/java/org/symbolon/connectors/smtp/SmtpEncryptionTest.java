package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** Where TLS is wanted nothing but a greeting goes out in clear, and nothing at all to somebody with another certificate. */
class SmtpEncryptionTest {

    private static final Mail MAIL = Mail.plain("mfa@example.com", "emma@example.com", "Hello", "Value 755224");
    private static final List<String> OFFERED = List.of("STARTTLS", "AUTH PLAIN LOGIN");
    private static Certificates sound;
    private static Certificates ofAnotherHost;

    @BeforeAll
    static void make() throws Exception {
        sound = Certificates.of("dns:localhost,ip:127.0.0.1");
        ofAnotherHost = Certificates.of("dns:mail.example.com");
    }

    private static SmtpDialogue dialogue(Certificates shown, List<String> extensions) throws Exception {
        return new SmtpDialogue(extensions, shown.server(), Map.of());
    }

    private static void send(SSLSocketFactory trust, MailServer server) {
        try (SmtpMailer mailer = new SmtpMailer(Clock.systemUTC(), new Random(), () -> trust)) {
            mailer.send(server, MAIL);
        }
    }

    private static MailServer server(String address, int port) {
        return new MailServer(address, port, "me", Secret.of("Secret-7"), true, Duration.ofSeconds(10));
    }

    private static void isNotSecure(SSLSocketFactory trust, MailServer server) {
        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> send(trust, server))
                .withMessageContaining("offers no TLS, or shows a certificate that does not hold")
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.NOT_SECURE));
    }

    private static void heardNothing(SmtpDialogue dialogue) {
        assertThat(dialogue.heard()).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
    }

    @Test
    void startTlsComesBeforeTheLoginAndTheMail() throws Exception {
        SmtpDialogue dialogue = dialogue(sound, OFFERED);
        try (HandMadeServer server = new HandMadeServer(dialogue)) {
            send(sound.trusting(), server("localhost", server.port()));
            server.awaitServed();
        }

        assertThat(dialogue.heard().subList(0, 3)).containsExactly("EHLO [127.0.0.1]", "STARTTLS", "*EHLO [127.0.0.1]");
        assertThat(dialogue.heard().subList(3, dialogue.heard().size()))
                .allMatch(line -> line.startsWith("*"))
                .anyMatch(line -> line.startsWith("*AUTH PLAIN "))
                .contains("*MAIL FROM:<mfa@example.com>", "*Value 755224", "*QUIT");
    }

    @Test
    void aServerWithoutStartTlsGetsNothing() throws Exception {
        SmtpDialogue dialogue = dialogue(sound, List.of("AUTH PLAIN LOGIN"));
        try (HandMadeServer server = new HandMadeServer(dialogue)) {
            isNotSecure(sound.trusting(), server("localhost", server.port()));
        }

        heardNothing(dialogue);
    }

    @Test
    void aServerThatSpeaksNonsenseAfterStartTlsGetsNothing() throws Exception {
        try (HandMadeServer server = new HandMadeServer(connection -> {
            for (String answer : List.of("220 hello", "250-hello\r\n250 STARTTLS", "220 go on", "nonsense".repeat(9))) {
                connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                connection.getInputStream().read(new byte[1000]);
            }
        })) {
            isNotSecure(sound.trusting(), server("localhost", server.port()));
        }
    }

    @Test
    void aCertificateOfAnotherHostDoesNotHold() throws Exception {
        SmtpDialogue dialogue = dialogue(ofAnotherHost, OFFERED);
        try (HandMadeServer server = new HandMadeServer(dialogue)) {
            isNotSecure(ofAnotherHost.trusting(), server("localhost", server.port()));
            isNotSecure(ofAnotherHost.trusting(), server("127.0.0.1", server.port()));
        }

        heardNothing(dialogue);
    }

    @Test
    void aCertificateThatNobodyVouchesForDoesNotHold() throws Exception {
        SmtpDialogue dialogue = dialogue(sound, OFFERED);
        try (HandMadeServer server = new HandMadeServer(dialogue)) {
            isNotSecure((SSLSocketFactory) SSLSocketFactory.getDefault(), server("localhost", server.port()));
        }

        heardNothing(dialogue);
    }

    /** A server that begins with TLS, as {@code smtps} wants it. */
    private static HandMadeServer encrypted(Certificates shown, SmtpDialogue dialogue) {
        return new HandMadeServer(connection -> {
            SSLSocket secured = (SSLSocket) shown.server().getSocketFactory().createSocket(connection, null, false);
            secured.setUseClientMode(false);
            dialogue.meet(secured);
        });
    }

    @Test
    void aUrlWithSmtpsBeginsWithTls() throws Exception {
        SmtpDialogue dialogue = dialogue(sound, OFFERED);
        try (HandMadeServer server = encrypted(sound, dialogue)) {
            send(sound.trusting(), server("smtps://localhost:" + server.port(), 25));
            server.awaitServed();
        }

        assertThat(dialogue.heard())
                .allMatch(line -> line.startsWith("*"))
                .doesNotContain("*STARTTLS")
                .contains("*Value 755224");
    }

    @Test
    void aUrlWithSmtpsWantsTheRightCertificateToo() throws Exception {
        SmtpDialogue dialogue = dialogue(ofAnotherHost, OFFERED);
        try (HandMadeServer server = encrypted(ofAnotherHost, dialogue)) {
            isNotSecure(ofAnotherHost.trusting(), server("smtps://localhost:" + server.port(), 25));
        }

        assertThat(dialogue.heard()).isEmpty();
    }
}
