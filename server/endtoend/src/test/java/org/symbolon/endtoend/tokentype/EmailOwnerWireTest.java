package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Mails that go by who owns the token, and tokens that are good once somebody has shown what came by mail. */
class EmailOwnerWireTest extends EmailLogins {

    private static final String ASKED = "Please enter your new email address!";

    @Test
    @ShowsEffect("authentication/emailtext")
    void ownersAreCalledByTheirNames() throws Exception {
        server.policy(
                "authentication",
                "emailtext=Dear {givenname} {surname} ({username} of {userrealm}): <otp>, emailsubject={tokentype} {serial}",
                "user1");
        enrol("PIEMOWN", "user1", "email", "named@example.com");

        admin.check("serial", "PIEMOWN", "1234");

        MimeMessage mail = mailTo("named@example.com", 1);
        assertThat(text(mail)).isEqualTo("Dear Given1 Sur1 (user1 of policed): " + FIRST);
        assertThat(mail.getSubject()).isEqualTo("email PIEMOWN");
    }

    @Test
    void aDynamicAddressIsLookedUpForEachMail() throws Exception {
        enrol("PIEMDYN", "user2", "dynamic_email", "yes", "email", "ignored@example.com");

        admin.check("serial", "PIEMDYN", "1234");
        assertThat(text(mailTo("user2@example.org", 1))).isEqualTo(FIRST);

        server.policy("admin", "set_custom_user_attributes=:email: *", "");
        Answer changed = admin.post(
                "/user/attribute", "user", "user2", "realm", "policed", "key", "email", "value", "new2@example.net");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        Answer triggered = admin.post("/validate/triggerchallenge", "user", "user2", "realm", "policed");

        assertThat(triggered.value()).isEqualTo(1);
        assertThat(text(mailTo("new2@example.net", 1))).isEqualTo("359152");
        assertThat(answer(triggered, "PIEMDYN", "359152").value()).isEqualTo(true);
        assertThat(tokenInfo("PIEMDYN")).containsEntry("dynamic_email", "True").doesNotContainKey("email");
    }

    @Test
    void nobodysDynamicAddressIsNone() {
        admin.post("/token/init", "type", "email", "serial", "PIEMNOB", "pin", "1234", "dynamic_email", "1");

        assertThat(admin.check("serial", "PIEMNOB", "1234").message()).isEqualTo(FAILURE);
    }

    @Test
    void pagesAreSentFromTheFolderAlone() throws Exception {
        Files.writeString(pages.resolve("value.html"), "<p>{username}: <b><otp></b></p>");
        Files.writeString(pages.resolveSibling("outside.html"), "<p><otp></p>");
        server.policy("authentication", "emailtext=file:value.html", "user3");
        server.policy("authentication", "emailtext=file:../outside.html", "user4");
        enrol("PIEMPAGE", "user3", "email", "page@example.com");
        enrol("PIEMOUT", "user4", "email", "outside@example.com");

        admin.check("serial", "PIEMPAGE", "1234");

        assertThat(mailTo("page@example.com", 1).getContentType()).startsWith("text/html");
        assertThat(text(mailTo("page@example.com", 1))).isEqualTo("<p>user3: <b>" + FIRST + "</b></p>");
        assertThat(admin.check("serial", "PIEMOUT", "1234").message()).isEqualTo(FAILURE);
    }

    @Test
    @ShowsEffect("enrollment/verify_enrollment")
    void aTokenIsGoodOnceTheValueThatWasSentIsShown() throws Exception {
        server.policy("enrollment", "verify_enrollment=email", "user5");

        Answer begun = init("PIEMVER", "user5", "dynamic_email", "1");

        assertThat(begun.detail())
                .containsEntry("rollout_state", "verify")
                .containsEntry("verify", Map.of("message", "Please enter a valid OTP value of the new token."));
        assertThat(text(mailTo("user5@example.org", 1))).isEqualTo(FIRST);
        assertThat(verified("000000").errorMessage()).isEqualTo("ERR905: Verification of the new token failed.");
        assertThat(verified(FIRST).value()).isEqualTo(true);
        assertThat(admin.check("serial", "PIEMVER", "1234359152").isAccepted()).isTrue();
    }

    private Answer verified(String value) {
        return admin.post(
                "/token/init",
                "type",
                "email",
                "serial",
                "PIEMVER",
                "user",
                "user5",
                "realm",
                "policed",
                "dynamic_email",
                "1",
                "verify",
                value);
    }

    @Test
    void thatTheFirstValueCannotBeSentIsToldInItsPlace() {
        server.policy("enrollment", "verify_enrollment=email", "user6");

        Answer begun = init("PIEMVERX", "user6", "email", "lost@example.com", "email.identifier", "silent");

        assertThat(begun.value()).isEqualTo(true);
        assertThat(begun.detail()).containsEntry("verify", Map.of("message", "The OTP value could not be sent."));
    }

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge")
    void aLogInAsksForAnAddressAndSendsAValueThere() throws Exception {
        admin.post("/token/init", "type", "spass", "user", "user7", "realm", "policed", "pin", "pin");
        server.policy("authentication", "enroll_via_multichallenge=EMAIL", "user7");

        Answer asked = logIn("user7", "pin");
        String serial = asked.detail().get("serial").toString();
        assertDecision(
                asked,
                "false",
                "CHALLENGE",
                """
                {'otplen': 6, 'message': '%1$s', 'messages': ['%1$s'], 'serial': '~PIEM[0-9A-F]{8}', 'type': 'email',
                 'client_mode': 'interactive', 'preferred_client_mode': 'interactive', 'image': null,
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'enroll_via_multichallenge': true, 'enroll_via_multichallenge_optional': false,
                 'multi_challenge': [{'client_mode': 'interactive', 'message': '%1$s', 'image': null,
                   'serial': '~PIEM[0-9A-F]{8}', 'transaction_id': '~[0-9]{20}', 'type': 'email'}]}
                """
                        .formatted(ASKED));
        assertThat(answerOf("user7", asked, "no address").isAccepted()).isFalse();

        Answer sent = answerOf("user7", asked, "seven@example.net");
        assertThat(sent.result()).as(sent.body()).containsEntry("authentication", "CHALLENGE");
        assertThat(sent.message()).isEqualTo("Enter the OTP from the Email:");
        assertThat(sent.detail()).containsEntry("serial", serial);
        assertThat(transaction(sent)).isNotEqualTo(transaction(asked));
        String value = text(mailTo("seven@example.net", 1));

        assertThat(answerOf("user7", asked, "mallory@example.net").isAccepted()).isFalse();
        assertThat(answerOf("user7", sent, value).isAccepted()).isTrue();
        assertThat(tokenInfo(serial)).containsEntry("email", "seven@example.net");
        assertThat(logIn("user7", "pin").isAccepted()).as("no more is owed").isTrue();
    }

    @Test
    void whoIsSentAValueSomewhereElseMeanwhileAnswersForThatAlone() throws Exception {
        admin.post("/token/init", "type", "spass", "user", "user8", "realm", "policed", "pin", "pin");
        server.policy("authentication", "enroll_via_multichallenge=EMAIL", "user8");
        Answer first = answerOf("user8", logIn("user8", "pin"), "eight@example.net");
        Answer second = answerOf("user8", logIn("user8", "pin"), "mallory@example.net");
        String value = text(mailTo("eight@example.net", 1));

        assertThat(answerOf("user8", first, value).isAccepted()).isFalse();
        assertThat(answerOf("user8", second, text(mailTo("mallory@example.net", 1)))
                        .isAccepted())
                .isTrue();
    }

    private Answer logIn(String user, String pass) {
        return admin.post("/validate/check", "user", user, "realm", "policed", "pass", pass);
    }

    private Answer answerOf(String user, Answer challenge, String value) {
        return admin.post(
                "/validate/check",
                "user",
                user,
                "realm",
                "policed",
                "transaction_id",
                transaction(challenge),
                "pass",
                value);
    }

    @SuppressWarnings("unchecked") // the list shows it so
    private Map<String, Object> tokenInfo(String serial) {
        List<Map<String, Object>> rows = admin.get("/token/", "serial", serial).rows("tokens");
        return (Map<String, Object>) rows.get(0).get("info");
    }
}
