package org.symbolon.endtoend.smtpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.smtp.SoftSigner;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Mail servers whose mails are signed, over the wire: their keys are shown to nobody. */
@WireTest
class SignedMailWireTest {

    private static final SoftSigner SIGNER = signer(Duration.ofDays(30));
    private static final String PASSPHRASE = "Pass-Phrase-7";

    private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Tenant tenant;
    private ApiClient admin;

    private static SoftSigner signer(Duration left) {
        Instant now = Instant.now();
        return SoftSigner.of("EC", 256, now.minus(Duration.ofDays(60)), now.plus(left));
    }

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "signedmails", folder, 3);
        admin = tenant.admin();
        green.start();
    }

    @AfterAll
    void stop() {
        green.stop();
    }

    private String[] server(String... more) {
        String[] usual = {"server", "127.0.0.1", "port", "" + green.getSmtp().getPort(), "sender", "mfa@example.com"};
        return ApiClient.joined(usual, more);
    }

    private static String[] signing(SoftSigner signer, String key, String... more) {
        String[] usual = {"smime", "1", "certificate", signer.certificatePem(), "private_key", key};
        return ApiClient.joined(usual, more);
    }

    private Answer save(String name, String... more) {
        return admin.post("/smtpserver/" + name, server(more));
    }

    private Object listed(String name) {
        return admin.get("/smtpserver/").valueMap().get(name);
    }

    private void sendValue(String serial, String user, String name) {
        String[] mailed = {"type", "email", "email", user + "@example.com", "pin", "pin"};
        String[] over = {"email.identifier", name};
        assertThat(tenant.enrol(serial, user, ApiClient.joined(mailed, over)).status())
                .isEqualTo(200);
        assertThat(tenant.check(user, "pin").result()).containsEntry("authentication", "CHALLENGE");
    }

    private String contentTypeFor(String user) throws Exception {
        return Arrays.stream(green.getReceivedMessages())
                .filter(mail -> isFor(mail, user))
                .findFirst()
                .orElseThrow()
                .getContentType();
    }

    private static boolean isFor(MimeMessage mail, String user) {
        try {
            return mail.getHeader("To")[0].startsWith(user + "@");
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void valuesGoOutSignedAndTheKeyIsShownToNobody() throws Exception {
        String[] given = signing(SIGNER, SIGNER.keyPem(PASSPHRASE), "private_key_password", PASSPHRASE);
        assertValue(save("signedwire", given), "true");

        Map<?, ?> shown = (Map<?, ?>) listed("signedwire");
        assertThat(shown.get("certificate")).isEqualTo(SIGNER.certificatePem());
        assertThat(shown.get("private_key")).isEqualTo("__CENSORED__");
        assertThat(shown.get("smime")).isEqualTo(true);
        assertThat(shown.get("dont_send_on_error")).isEqualTo(false);
        String history = admin.get("/history/smtpserver/signedwire").body();
        assertThat(history).contains("certificate").doesNotContain("PRIVATE KEY", PASSPHRASE);
        sendValue("PIEMSIGN1", "user1", "signedwire");
        assertThat(contentTypeFor("user1")).startsWith("multipart/signed");

        save("signedwire", "smime", "1", "private_key", "__CENSORED__", "dont_send_on_error", "1");
        assertThat(ExpectedJson.entry(listed("signedwire"), "dont_send_on_error"))
                .isEqualTo(true);
        assertValue(save("signedwire", "smime", "0"), "true");
        assertJson(
                listed("signedwire"),
                "{'server': '127.0.0.1', 'port': '<int>', 'username': '', 'password': '', 'sender': 'mfa@example.com',"
                        + " 'tls': false, 'description': '', 'timeout': 10, 'enqueue_job': false}");
    }

    @Test
    void whatCannotSignIsNotSavedAndTheRefusalSaysWhy() {
        String[] locked = signing(SIGNER, SIGNER.keyPem(PASSPHRASE), "private_key_password", "wrong");
        assertRefusal(save("unsound", locked), 400, 905, "ERR905: The passphrase does not open the private key");
        assertRefusal(
                save("unsound", signing(SIGNER, signer(Duration.ofDays(1)).keyPem())),
                400,
                905,
                "ERR905: The private key is not that of the certificate");
        assertRefusal(
                save("unsound", signing(SIGNER, "nonsense")),
                400,
                905,
                "ERR905: The private key is not sound PEM of a key of RSA or an elliptic curve");
        assertRefusal(save("unsound", "smime", "1"), 400, 905, "ERR905: Missing parameter: 'certificate'");
        assertThat(listed("unsound")).isNull();
    }

    /** Unless somebody says so, people who wait for a value get it all the same. */
    @Test
    void anExpiredCertificateIsSaidByATrialAndKeepsMailsBackOnlyWhereItIsToldTo() throws Exception {
        SoftSigner expired = signer(Duration.ofDays(-1));
        String[] given = signing(expired, expired.keyPem());
        String[] trial = ApiClient.joined(server(given), "identifier", "expired", "recipient", "emma@example.com");
        assertRefusal(
                admin.post("/smtpserver/send_test_email", trial),
                400,
                903,
                "ERR903: The mail server 127.0.0.1:" + green.getSmtp().getPort()
                        + " was not asked, since the mail cannot be signed (The certificate has expired)");

        assertValue(save("expired", given), "true");
        sendValue("PIEMSIGN2", "user2", "expired");
        assertThat(contentTypeFor("user2")).startsWith("text/plain");
        save("expired", "smime", "1", "dont_send_on_error", "1");
        Answer asked = tenant.check("user2", "pin");
        assertThat(asked.message()).isEqualTo("The PIN was correct, but the EMail could not be sent!");
    }
}
