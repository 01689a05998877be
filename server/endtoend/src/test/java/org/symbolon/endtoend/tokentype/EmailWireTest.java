package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Values that come by mail, over the wire, with GreenMail for the mail server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String FIRST = "287082";
    private static final String FAILURE = "The PIN was correct, but the EMail could not be sent!";

    private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private PolicyServer server;
    private ApiClient admin;
    private ServerSocket silent;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        green.start();
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server = PolicyServer.start(folder, 9);
        admin = server.admin();
        define("green", green.getSmtp().getPort());
        define("silent", silent.getLocalPort());
        admin.post("/system/setConfig", "email.identifier", "green");
    }

    private void define(String name, int port) {
        Answer saved = admin.post(
                "/smtpserver/" + name,
                "server",
                "127.0.0.1",
                "port",
                "" + port,
                "sender",
                "mfa@example.com",
                "timeout",
                "2");
        assertThat(saved.value()).as(saved.body()).isNotNull();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        silent.close();
        green.stop();
    }

    private void enrol(String serial, String user, String identifier) {
        Answer enrolled = admin.post(
                "/token/init",
                "type",
                "email",
                "serial",
                serial,
                "user",
                user,
                "realm",
                "policed",
                "pin",
                "1234",
                "otpkey",
                SEED,
                "email",
                user + "@example.com",
                "email.identifier",
                identifier);
        assertThat(enrolled.value()).as(enrolled.body()).isEqualTo(true);
    }

    private MimeMessage mailTo(String user, int number) throws MessagingException {
        assertThat(green.waitForIncomingEmail(5000, 1)).isTrue();
        int found = 0;
        for (MimeMessage mail : green.getReceivedMessages()) {
            if (mail.getHeader("To")[0].equals(user + "@example.com") && ++found == number) {
                return mail;
            }
        }
        throw new AssertionError("There is no such mail to " + user);
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString().strip();
    }

    private Answer answer(Answer challenge, String serial, String value) {
        return admin.post(
                "/validate/check",
                "serial",
                serial,
                "transaction_id",
                challenge.detail().get("transaction_id").toString(),
                "pass",
                value);
    }

    @Test
    void thePinSendsAValueThatLogsInOnce() throws Exception {
        enrol("PIEMONE", "user1", "");

        Answer challenge = admin.check("serial", "PIEMONE", "1234");
        assertDecision(
                challenge,
                "false",
                "CHALLENGE",
                """
                {'message': 'Enter the OTP from the Email:', 'messages': ['Enter the OTP from the Email:'],
                 'serial': 'PIEMONE', 'type': 'email',
                 'client_mode': 'interactive', 'preferred_client_mode': 'interactive',
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'attributes': {'state': '~[0-9]{20}', 'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'},
                 'multi_challenge': [{'client_mode': 'interactive', 'message': 'Enter the OTP from the Email:',
                   'serial': 'PIEMONE', 'transaction_id': '~[0-9]{20}', 'type': 'email',
                   'attributes': {'state': '~[0-9]{20}', 'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'}}]}
                """);
        MimeMessage mail = mailTo("user1", 1);
        assertThat(mail.getSubject()).isEqualTo("Your OTP");
        assertThat(mail.getHeader("From")).containsExactly("mfa@example.com");
        assertThat(text(mail)).isEqualTo(FIRST);

        assertThat(answer(challenge, "PIEMONE", "000000").value()).isEqualTo(false);
        assertThat(answer(challenge, "PIEMONE", FIRST).value()).isEqualTo(true);
        assertThat(answer(challenge, "PIEMONE", FIRST).value()).isEqualTo(false);
    }

    @Test
    void pinAndValueLogInAtOnce() {
        enrol("PIEMTWO", "user2", "");
        admin.check("serial", "PIEMTWO", "1234");

        assertThat(admin.check("serial", "PIEMTWO", "1234" + FIRST).value()).isEqualTo(true);
        assertThat(admin.check("serial", "PIEMTWO", "1234" + FIRST).value()).isEqualTo(false);
    }

    @Test
    @ShowsEffect({
        "authentication/emailtext",
        "authentication/emailsubject",
        "authentication/email_challenge_text",
        "authentication/emailautosend"
    })
    void policiesSayWhatIsTold() throws Exception {
        server.policy(
                "authentication",
                "emailtext=Value <otp> of {serial}, emailsubject=For <serial>, email_challenge_text=Look at your mail,"
                        + " emailautosend",
                "user3");
        enrol("PIEMTHREE", "user3", "green");

        Answer challenge = admin.check("serial", "PIEMTHREE", "1234");
        assertThat(challenge.detail().get("message")).isEqualTo("Look at your mail");
        assertThat(mailTo("user3", 1).getSubject()).isEqualTo("For PIEMTHREE");
        assertThat(text(mailTo("user3", 1))).isEqualTo("Value " + FIRST + " of PIEMTHREE");

        assertThat(answer(challenge, "PIEMTHREE", FIRST).value()).isEqualTo(true);
        String next = "359152";
        for (int attempt = 0;
                attempt < 50 && green.getReceivedMessagesForDomain("user3@example.com").length < 2;
                attempt++) {
            Thread.sleep(100);
        }
        assertThat(text(mailTo("user3", 2))).contains(next);
        assertThat(admin.check("serial", "PIEMTHREE", "1234" + next).value()).isEqualTo(true);
    }

    @Test
    void aDeadMailServerIsToldInTimeAndLeavesNoChallenge() {
        enrol("PIEMDEAD", "user4", "silent");
        long begun = System.nanoTime();

        Answer told = admin.check("serial", "PIEMDEAD", "1234");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertDecision(
                told,
                false,
                "{'message': '" + FAILURE + "', 'messages': ['" + FAILURE
                        + "'], 'multi_challenge': [], 'transaction_ids': []}");
        assertThat(admin.get("/token/challenges/PIEMDEAD").body()).contains("\"count\": 0");
    }

    @Test
    void whoeverWantsAnExceptionGetsOne() {
        enrol("PIEMEXC", "user5", "nowhere");

        Answer told = admin.post("/validate/check", "serial", "PIEMEXC", "pass", "1234", "exception", "1");

        assertThat(told.status()).isEqualTo(500);
        assertThat(told.errorCode()).isEqualTo(-500);
    }

    @Test
    void triggeringSendsAndCountsOnlyWhatWasSent() throws Exception {
        enrol("PIEMTRIG", "user6", "green");
        enrol("PIEMTRIGX", "user6", "nowhere");

        Answer triggered = admin.post("/validate/triggerchallenge", "user", "user6", "realm", "policed");

        assertThat(triggered.value()).isEqualTo(1);
        assertThat(triggered.detail().get("messages").toString()).contains(FAILURE, "Enter the OTP from the Email:");
        assertThat(text(mailTo("user6", 1))).isEqualTo(FIRST);
    }

    @Test
    void withoutAnAddressNothingIsEnrolled() {
        Answer refused = admin.post("/token/init", "type", "email", "genkey", "1");

        assertThat(refused.errorMessage()).isEqualTo("ERR905: Missing parameter: 'email'");
    }

    @Test
    void settingsOfMailCanBeTriedOut() {
        Answer sent = admin.post(
                "/system/test/email",
                "email.mailserver",
                "127.0.0.1",
                "email.port",
                "" + green.getSmtp().getPort(),
                "email.mailfrom",
                "mfa@example.com",
                "email.recipient",
                "tested@example.com");

        assertValue(sent, "true", "{'message': 'Successfully sent email. Please check your inbox.'}");
    }
}
