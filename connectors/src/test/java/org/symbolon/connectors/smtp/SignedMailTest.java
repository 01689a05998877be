package org.symbolon.connectors.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.events.shared.Secret;

/** Mails that are signed, as they come out of a real server: BouncyCastle and openssl find the signature right. */
class SignedMailTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final String TEXT = "First line\nÜber 755224\n.\n.dot\nFrom here\ntrailing  \n\n";

    private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SmtpMailer mailer = new SmtpMailer(Clock.fixed(NOON, ZoneOffset.UTC), new Random(1));

    @BeforeEach
    void start() {
        green.start();
    }

    @AfterEach
    void stop() {
        green.stop();
        mailer.close();
    }

    private static SoftSigner valid(String kind, int bits) {
        return SoftSigner.of(kind, bits, NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)));
    }

    private MailServer signing(SoftSigner signer, boolean required) {
        MailSigner with = new MailSigner(signer.certificatePem(), Secret.of(signer.keyPem()), required);
        return new MailServer(
                "127.0.0.1",
                green.getSmtp().getPort(),
                "",
                Secret.EMPTY,
                false,
                Duration.ofSeconds(10),
                Optional.of(with));
    }

    private static Mail mail(Mail.Format format, Mail.Attachment... attachments) {
        return new Mail(
                "mfa@example.com", List.of("emma@example.com"), "Grüße", TEXT, format, "", List.of(attachments));
    }

    /** The whole mail as it came, and what of it is signed. */
    private byte[] sent(SoftSigner signer, Mail mail) throws Exception {
        mailer.send(signing(signer, true), mail);
        MimeMessage message = green.getReceivedMessages()[0];
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        message.writeTo(whole);
        return whole.toByteArray();
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static boolean isRight(SoftSigner signer, byte[] whole) throws Exception {
        String text = new String(whole, ISO_8859_1);
        String boundary = between(text, "boundary=\"", "\"");
        String contents = between(text, "\r\n--" + boundary + "\r\n", "\r\n--" + boundary);
        String signature = between(text, "filename=smime.p7s\r\n\r\n", "\r\n--" + boundary + "--");
        CMSSignedData signed = new CMSSignedData(
                new CMSProcessableByteArray(contents.getBytes(ISO_8859_1)),
                Base64.getMimeDecoder().decode(signature));
        SignerInformation information =
                signed.getSignerInfos().getSigners().iterator().next();
        return information.verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer.certificate()));
    }

    @Test
    void bothFormsOfAMailAreSigned() throws Exception {
        SoftSigner signer = valid("EC", 256);
        List<String> to = List.of("emma@example.com");

        byte[] whole =
                sent(signer, new Mail("mfa@example.com", to, "Grüße", TEXT, Mail.Format.PLAIN, "<p>ü", "", List.of()));

        assertThat(isRight(signer, whole)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256"})
    void theSignatureIsThatOfWhatArrives(String kind, int bits) throws Exception {
        SoftSigner signer = valid(kind, bits);

        byte[] whole = sent(signer, mail(Mail.Format.PLAIN));

        assertThat(isRight(signer, whole)).isTrue();
        MimeMessage message = green.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Grüße");
        assertThat(message.getContentType())
                .startsWith("multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256;");
        BodyPart contents = ((MimeMultipart) message.getContent()).getBodyPart(0);
        assertThat(contents.getContent()).isEqualTo(TEXT);
    }

    @Test
    void whatGoesWithAMailIsSignedToo() throws Exception {
        SoftSigner signer = valid("RSA", 2048);
        byte[] picture = {0, 10, 13, -1};
        Mail.Attachment shown = new Mail.Attachment("a.png", "image/png", "pic", picture);
        Mail.Attachment text = new Mail.Attachment("a.txt", "text/plain", "", "a\nb".getBytes(UTF_8));

        byte[] whole = sent(signer, mail(Mail.Format.HTML, shown, text));

        assertThat(isRight(signer, whole)).isTrue();
        MimeMultipart signed = (MimeMultipart) green.getReceivedMessages()[0].getContent();
        MimeMultipart contents = (MimeMultipart) signed.getBodyPart(0).getContent();
        assertThat(contents.getCount()).isEqualTo(3);
        assertThat(contents.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(picture);
    }

    @Test
    void aMailThatWasChangedOnTheWayIsNotRight() throws Exception {
        SoftSigner signer = valid("RSA", 2048);
        String whole = new String(sent(signer, mail(Mail.Format.PLAIN)), ISO_8859_1);
        String line =
                Base64.getEncoder().encodeToString("First".getBytes(UTF_8)).substring(0, 4);

        assertThat(whole).contains(line);
        assertThatThrownBy(() -> isRight(
                        signer,
                        whole.replace(line, line.toLowerCase(Locale.ROOT)).getBytes(ISO_8859_1)))
                .hasMessageContaining("message-digest");
    }

    @Test
    void opensslFindsItRight(@TempDir Path folder) throws Exception {
        assumeTrue(run("openssl", "version"), "There is no openssl");
        for (String kind : List.of("RSA", "EC")) {
            SoftSigner signer = valid(kind, kind.equals("RSA") ? 2048 : 256);
            Path mail = Files.write(folder.resolve("mail"), sent(signer, mail(Mail.Format.PLAIN)));
            Path trusted = Files.writeString(folder.resolve("trusted"), signer.certificatePem());
            String moment = Long.toString(NOON.getEpochSecond());
            String[] verifying = {
                "openssl", "cms", "-verify", "-in", mail.toString(), "-CAfile", trusted.toString(), "-attime", moment
            };

            assertThat(run(verifying)).isTrue();
            Path other = Files.writeString(
                    folder.resolve("trusted"), valid("EC", 256).certificatePem());
            verifying[6] = other.toString();
            assertThat(run(verifying)).as("by another authority").isFalse();
            green.purgeEmailFromAllMailboxes();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void aCertificateThatDoesNotHoldIsSaidWhereItMust() throws Exception {
        SoftSigner over = SoftSigner.of("EC", 256, NOON.minus(Duration.ofDays(9)), NOON.minus(Duration.ofDays(1)));
        SoftSigner early = SoftSigner.of("EC", 256, NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(9)));
        Mail mail = mail(Mail.Format.PLAIN);

        assertThatThrownBy(() -> mailer.send(signing(over, true), mail))
                .isInstanceOf(MailNotSentException.class)
                .hasMessageEndingWith("was not asked, since the mail cannot be signed (The certificate has expired)");
        assertThatThrownBy(() -> mailer.send(signing(early, true), mail))
                .hasMessageEndingWith("(The certificate is not valid yet)");
        assertThat(green.getReceivedMessages()).isEmpty();
        mailer.send(signing(over, false), mail);
        assertThat(green.getReceivedMessages()[0].getContentType()).startsWith("text/plain");
    }
}
