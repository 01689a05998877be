package org.symbolon.command.tokentype.pushed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.events.shared.Sealed;

/** How a telephone gets a token, and who does not. */
class EnrollingTest {

    private final PushedStage server = new PushedStage("edupush");

    @Test
    void theFirstStepShowsWhatTheTelephoneScans() {
        Enrolled begun =
                server.begin("tokenlabel", "<s> at work", "appimageurl", "https://x/y.png", "force_app_pin", "1");
        Disclosure.TelephoneUrl shown = Requests.shown(Disclosure.TelephoneUrl.class, begun.disclosures());

        assertThat(shown.credential().reveal()).matches("[0-9a-f]{40}");
        assertThat(shown.url().reveal())
                .isEqualTo("edumfa-push://edumfa/PUSHED1%20at%20work?url=https%3A//mfa.example.com/ttype/x&ttl=10"
                        + "&issuer=eduMFA&enrollment_credential="
                        + shown.credential().reveal()
                        + "&image=https%3A//x/y.png&v=1&serial=PUSHED1&sslverify=1&pin=True");
        assertThat(shown.toString()).doesNotContain(shown.credential().reveal());
        assertThat(server.token().token().rolloutState()).isEqualTo("clientwait");
        assertThat(server.token().isFit()).isFalse();
        assertThat(server.token().token().state().text("edupush_firebase_configuration"))
                .contains("firebase");
    }

    @Test
    void theSecondStepExchangesKeys() {
        SoftPhone phone = SoftPhone.withRsa();
        TypeReply reply = server.finish(phone.scan(PushedStage.address(server.begin())));

        assertThat(reply.value()).isEqualTo(true);
        assertThat(reply.detail())
                .containsOnlyKeys("public_key", "rollout_state", "serial")
                .containsEntry("rollout_state", "enrolled");
        assertThat(reply.detail().get("public_key").toString())
                .matches("(?s)[A-Za-z0-9+/=\\n]+")
                .contains("\n");
        assertThat(server.token().isFit()).isTrue();
        assertThat(server.token().token().rolloutState()).isEqualTo("enrolled");
        Map<String, Object> kept = server.token().token().state().entries();
        assertThat(kept.get("private_key_server")).isInstanceOf(Sealed.class);
        assertThat(kept).doesNotContainKey("enrollment_credential");
        assertThat(kept.get("public_key_server").toString()).startsWith("-----BEGIN RSA PUBLIC KEY-----\n");
        assertThat(kept.get("firebase_token")).isEqualTo("firebase-PUSHED1");
    }

    @Test
    void withoutPoliciesThereIsNoToken() {
        server.saysNothingOf("registration_url");
        assertMissing("edupush_registration_url");
        server.saysNothingOf("firebase_configuration");
        assertMissing("edupush_firebase_configuration");
    }

    private void assertMissing(String action) {
        assertThatThrownBy(server::begin)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(303))
                .hasMessage("Missing enrollment policy for push token: " + action);
    }

    @Test
    void nobodyFinishesWhatHeWasNotShown() {
        Map<String, String> sent = SoftPhone.withCurve().scan(PushedStage.address(server.begin()));
        Map<String, String> guessed = new HashMap<>(sent);
        guessed.put("enrollment_credential", "0".repeat(40));
        Map<String, String> silent = new HashMap<>(sent);
        silent.remove("enrollment_credential");

        assertRefused(guessed, 905, "Invalid enrollment credential. You are not authorized to finalize this token.");
        assertRefused(silent, 905, "Invalid enrollment credential. You are not authorized to finalize this token.");
        assertThat(server.keysMade())
                .as("nothing is made for whoever may not finish")
                .isZero();
    }

    private void assertRefused(Map<String, String> sent, int code, String text) {
        assertThatThrownBy(() -> server.finish(sent))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessage(text);
    }

    @Test
    void whatIsFinishedIsNotFinishedAgainAndWhatIsNotThereNever() {
        Map<String, String> sent = SoftPhone.withCurve().scan(PushedStage.address(server.begin()));
        server.finish(sent);
        Map<String, String> ofNobody = new HashMap<>(sent);
        ofNobody.put("serial", "NOBODYS");

        for (Map<String, String> again : java.util.List.of(sent, ofNobody)) {
            assertRefused(again, 601, "No token with this serial number in the rollout state 'clientwait'.");
            assertThat(server.stage.facts()).isEmpty();
        }
        assertThat(server.keysMade()).isEqualTo(1);
    }

    @Test
    void theTelephoneHasAsLongAsPoliciesSay() {
        server.says("ttl", "2");
        Map<String, String> sent = SoftPhone.withCurve().scan(PushedStage.address(server.begin()));
        server.clock.pass(Duration.ofSeconds(121));

        assertRefused(sent, 905, "The enrollment took too long. Enroll the token anew.");
        assertThat(server.keysMade()).isZero();
    }

    @Test
    void aKeyMustBeOneAndStrongEnough() {
        Map<String, String> sent = SoftPhone.withRsa(1024).scan(PushedStage.address(server.begin()));
        assertRefused(sent, 905, "The public key of the smartphone cannot be used.");
        sent.put("pubkey", "nonsense");
        assertRefused(sent, 905, "The public key of the smartphone cannot be used.");
        sent.put("pubkey", "A".repeat(100_000));
        assertRefused(sent, 905, "The public key of the smartphone cannot be used.");
        sent.put("pubkey", SoftPhone.withCurve().publicKey().replace('-', ' '));
        assertThat(server.finish(sent).value()).isEqualTo(true);
    }

    @Test
    void aNewTelephoneTakesThePlaceOfTheOldOne() {
        SoftPhone old = server.enrolled(SoftPhone.withCurve());
        server.pin();
        Map<String, String> yes = old.accept(server.nonce());

        Enrolled again = server.begin("rollover", "1");
        assertThat(server.token().token().state().entries())
                .doesNotContainKeys("public_key_smartphone", "firebase_token");
        assertThat(server.post(yes)).as("the old telephone").isEqualTo(false);
        SoftPhone phone = SoftPhone.withCurve();
        phone.learn(server.finish(phone.scan(PushedStage.address(again)))
                .detail()
                .get("public_key")
                .toString());
        assertThat(server.post(yes)).as("the old telephone").isEqualTo(false);

        String transaction = server.pin().asked().transactionId();
        assertThat(server.post(phone.accept(server.nonce()))).isEqualTo(true);
        assertThat(server.check(transaction).accepted()).isTrue();
    }
}
