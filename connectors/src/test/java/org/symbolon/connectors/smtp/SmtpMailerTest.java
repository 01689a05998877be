package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.Mailer;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** The contract, and what else is true of mail that goes to a real server, GreenMail. */
class SmtpMailerTest extends MailerContract {

    private static final String HOST = "127.0.0.1";
    private static final Secret PASSWORD = Secret.of("Mail+Secret/ü");
    private static final Mail MAIL = Mail.plain("mfa@example.com", "emma@example.com", "Hello", "Text");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private final GreenMail green = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
    private final SmtpMailer mailer = new SmtpMailer(NOON, new Random(1));
    private HandMadeServer silent;

    @BeforeEach
    void start() {
        green.start();
    }

    @AfterEach
    void stop() throws IOException {
        green.stop();
        mailer.close();
        if (silent != null) {
            silent.close();
        }
    }

    private int port() {
        return green.getSmtp().getPort();
    }

    private static MailServer at(String address, int port, Duration timeout) {
        return new MailServer(address, port, "", Secret.EMPTY, false, timeout);
    }

    @Override
    Mailer mailer() {
        return mailer;
    }

    @Override
    MailServer server() {
        return at(HOST, port(), Duration.ofSeconds(10));
    }

    @Override
    MailServer deadServer() {
        return new MailServer(HOST, HandMadeServer.NOBODYS_PORT, "me", PASSWORD, false, Duration.ofSeconds(5));
    }

    @Override
    MailServer silentServer(Duration timeout) {
        silent = HandMadeServer.silent();
        return at(HOST, silent.port(), timeout);
    }

    @Override
    List<Arrived> arrived() {
        return Stream.of(green.getReceivedMessages()).map(SmtpMailerTest::read).toList();
    }

    private static Arrived read(MimeMessage message) {
        try {
            return new Arrived(
                    address(message.getFrom()),
                    address(message.getAllRecipients()),
                    message.getSubject(),
                    ((String) message.getContent()).strip());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String address(Address... addresses) {
        assertThat(addresses).hasSize(1);
        return ((InternetAddress) addresses[0]).getAddress();
    }

    private MimeMessage received() {
        assertThat(green.getReceivedMessages()).hasSize(1);
        return green.getReceivedMessages()[0];
    }

    @Test
    void theHeadersSayThatAProgramHasWritten() throws Exception {
        mailer.send(server(), MAIL);

        MimeMessage message = received();
        assertThat(message.getHeader("Date")).containsExactly("Mon, 30 Nov 2026 12:00:00 +0000");
        assertThat(message.getHeader("Precedence")).containsExactly("bulk");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Reply-To")).containsExactly("mfa@example.com");
        assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(message.getMessageID()).matches("<[0-9a-f]{32}@example\\.com>");
    }

    @Test
    void theMailNamesNeitherThisMachineNorItsUser() throws Exception {
        mailer.send(server(), MAIL);

        assertThat(received().getMessageID()).doesNotContain(System.getProperty("user.name") + "@");
        assertThat(received().getHeader("Received")[0]).contains("from 127.0.0.1");
    }

    @Test
    void htmlGoesWithThePicturesThatItShows() throws Exception {
        Mail.Attachment picture = new Mail.Attachment("OATH1.png", "image/png", "token_image", new byte[] {1, 2, 3});
        mailer.send(
                server(),
                new Mail(
                        "MFA <mfa@example.com>",
                        List.of("emma@example.com", "Max M <max@example.com>"),
                        "Token",
                        "<img src='cid:token_image'> ü",
                        Mail.Format.HTML,
                        "help@example.com",
                        List.of(picture)));

        MimeMessage message = green.getReceivedMessages()[0];
        assertThat(green.getReceivedMessages()).hasSize(2);
        assertThat(message.getHeader("Reply-To")).containsExactly("help@example.com");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/related");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("<img src='cid:token_image'> ü");
        BodyPart image = parts.getBodyPart(1);
        assertThat(image.getHeader("Content-ID")).containsExactly("<token_image>");
        assertThat(image.getFileName()).isEqualTo("OATH1.png");
        assertThat(image.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void aMailThatSaysItInTwoWaysHasThePlainOneFirst() throws Exception {
        Mail.Attachment picture = new Mail.Attachment("OATH1.png", "image/png", "token_image", new byte[] {1});
        List<String> to = List.of("emma@example.com");
        mailer.send(server(), new Mail("a@b.c", to, "Two", "Grüße", Mail.Format.PLAIN, "<p>Grüße", "", List.of()));
        mailer.send(server(), new Mail("a@b.c", to, "2", "Two", Mail.Format.PLAIN, "<p>Two", "", List.of(picture)));

        MimeMultipart forms = (MimeMultipart) green.getReceivedMessages()[0].getContent();
        assertThat(forms.getContentType()).startsWith("multipart/alternative");
        assertThat(forms.getCount()).isEqualTo(2);
        assertThat(forms.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(forms.getBodyPart(0).getContent()).isEqualTo("Grüße");
        assertThat(forms.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(forms.getBodyPart(1).getContent()).isEqualTo("<p>Grüße");
        MimeMultipart parts = (MimeMultipart) green.getReceivedMessages()[1].getContent();
        assertThat(parts.getContentType()).startsWith("multipart/related");
        assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getCount())
                .isEqualTo(2);
    }

    @Test
    void lettersOfAllAlphabetsMayBeInAnAddress() throws Exception {
        mailer.send(server(), Mail.plain("mfa@exämple.com", "emma@exämple.com", "Hello", "Text"));

        assertThat(arrived().get(0).to()).isEqualTo("emma@xn--exmple-cua.com");
        assertThat(arrived().get(0).from()).isEqualTo("mfa@xn--exmple-cua.com");
    }

    @Test
    void aLoginIsMadeWhereThereIsAUserName() {
        green.setUser("me@example.com", "me", PASSWORD.reveal());
        green.getUserManager().setAuthRequired(true);

        mailer.send(new MailServer(HOST, port(), "me", PASSWORD, false, Duration.ofSeconds(10)), MAIL);
        assertThat(arrived()).hasSize(1);

        MailServer wrong = new MailServer(HOST, port(), "me", Secret.of("wrong"), false, Duration.ofSeconds(10));
        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer.send(wrong, MAIL))
                .withMessage("The mail server 127.0.0.1:" + port() + " refuses the log-in")
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.LOGIN));
    }

    @Test
    void thePortOfAUrlWins() {
        mailer.send(at("smtp://" + HOST + ":" + port(), 1, Duration.ofSeconds(10)), MAIL);

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void manyMailsAtOnceAllArrive() {
        MailServer server = server();
        Stream.iterate(0, number -> number + 1).limit(20).parallel().forEach(number -> mailer.send(server, MAIL));

        assertThat(arrived()).hasSize(20);
    }

    @Test
    void noSecretIsPrinted() {
        String text = Secret.of("755224").reveal();

        assertThat(Mail.plain("a@b", "c@d", text, text).toString()).isEqualTo("Mail[for 1]");
        assertThat(new Mail.Attachment(text, "image/png", text, text.getBytes(StandardCharsets.UTF_8)).toString())
                .doesNotContain(text);
        assertThat(new MailServer("mail", 25, "me", PASSWORD, true, Duration.ZERO).toString())
                .contains("mail", "PT10S")
                .doesNotContain(PASSWORD.reveal());
    }
}
