package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Values that come by mail, over the wire, with GreenMail for the mail server. */
class EmailWireTest extends EmailLogins {

    @Test
    void thePinSendsAValueThatLogsInOnce() throws Exception {
        enrol("PIEMONE", "user1", "email", "user1@example.com");

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
        MimeMessage mail = mailTo("user1@example.com", 1);
        assertThat(mail.getSubject()).isEqualTo("Your OTP");
        assertThat(mail.getHeader("From")).containsExactly("mfa@example.com");
        assertThat(text(mail)).isEqualTo(FIRST);

        assertThat(answer(challenge, "PIEMONE", "000000").value()).isEqualTo(false);
        assertThat(answer(challenge, "PIEMONE", FIRST).value()).isEqualTo(true);
        assertThat(answer(challenge, "PIEMONE", FIRST).value()).isEqualTo(false);
    }

    @Test
    void pinAndValueLogInAtOnce() {
        enrol("PIEMTWO", "user2", "email", "user2@example.com");
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
        enrol("PIEMTHREE", "user3", "email", "user3@example.com", "email.identifier", "green");

        Answer challenge = admin.check("serial", "PIEMTHREE", "1234");
        assertThat(challenge.detail().get("message")).isEqualTo("Look at your mail");
        assertThat(mailTo("user3@example.com", 1).getSubject()).isEqualTo("For PIEMTHREE");
        assertThat(text(mailTo("user3@example.com", 1))).isEqualTo("Value " + FIRST + " of PIEMTHREE");

        assertThat(answer(challenge, "PIEMTHREE", FIRST).value()).isEqualTo(true);
        String next = "359152";
        for (int attempt = 0;
                attempt < 50 && green.getReceivedMessagesForDomain("user3@example.com").length < 2;
                attempt++) {
            Thread.sleep(100);
        }
        assertThat(text(mailTo("user3@example.com", 2))).contains(next);
        assertThat(admin.check("serial", "PIEMTHREE", "1234" + next).value()).isEqualTo(true);
    }

    @Test
    void aDeadMailServerIsToldInTimeAndLeavesNoChallenge() {
        enrol("PIEMDEAD", "user4", "email", "user4@example.com", "email.identifier", "silent");
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
        enrol("PIEMEXC", "user5", "email", "user5@example.com", "email.identifier", "nowhere");

        Answer told = admin.post("/validate/check", "serial", "PIEMEXC", "pass", "1234", "exception", "1");

        assertThat(told.status()).isEqualTo(500);
        assertThat(told.errorCode()).isEqualTo(-500);
    }

    @Test
    void triggeringSendsAndCountsOnlyWhatWasSent() throws Exception {
        enrol("PIEMTRIG", "user6", "email", "user6@example.com", "email.identifier", "green");
        enrol("PIEMTRIGX", "user6", "email", "user6@example.com", "email.identifier", "nowhere");

        Answer triggered = admin.post("/validate/triggerchallenge", "user", "user6", "realm", "policed");

        assertThat(triggered.value()).isEqualTo(1);
        assertThat(triggered.detail().get("messages").toString()).contains(FAILURE, "Enter the OTP from the Email:");
        assertThat(text(mailTo("user6@example.com", 1))).isEqualTo(FIRST);
    }

    @Test
    void withoutAnAddressNothingIsEnrolled() {
        String marked = "{\"enroll_via_multichallenge\": \"True\"}";

        for (Answer refused : List.of(
                admin.post("/token/init", "type", "email", "genkey", "1"),
                admin.post("/token/init", "type", "email", "genkey", "1", "info", marked))) {
            assertThat(refused.errorMessage()).isEqualTo("ERR905: Missing parameter: 'email'");
        }
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
