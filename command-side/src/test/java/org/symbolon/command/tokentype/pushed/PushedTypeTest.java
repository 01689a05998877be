package org.symbolon.command.tokentype.pushed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeCancelled;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengeProlonged;
import org.symbolon.events.challenge.ChallengesEnded;

/** A telephone that confirms log-ins, and all that somebody could send in its place. */
class PushedTypeTest {

    private final PushedStage server = new PushedStage("edupush");

    private Instant now() {
        return server.clock().instant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "curve"})
    void whoeverConfirmsIsIn(String kind) {
        SoftPhone phone = server.enrolled(kind.equals("rsa") ? SoftPhone.withRsa() : SoftPhone.withCurve());
        Decision asked = server.pin();
        String transaction = asked.asked().transactionId();
        String nonce = server.nonce();

        assertThat(asked.message()).isEqualTo("Please confirm the authentication on your mobile device!");
        assertThat(nonce).matches("[A-Z2-7]{32}");
        assertThat(server.check(transaction).message()).isEqualTo("Response did not match the challenge.");
        assertThat(server.post(phone.accept(nonce))).isEqualTo(true);
        assertThat(server.stage.facts())
                .startsWith(new ChallengeAnswered(transaction, PushedStage.SERIAL))
                .hasSize(2);
        assertThat(server.check(transaction).accepted()).isTrue();
        assertThat(server.stage.facts()).contains(new ChallengesEnded(transaction, List.of(PushedStage.SERIAL)));
        assertThat(server.check(transaction).accepted()).isFalse();
    }

    @Test
    void whatTheTelephoneIsAskedIsSignedAndWordedAsPoliciesWant() {
        server.says("text_on_mobile", "Is it you?")
                .says("title_on_mobile", "Work")
                .says("ssl_verify", "0");
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.pin();
        String nonce = server.nonce();

        Map<Object, Object> shown = new HashMap<>(
                (Map<?, ?>) ((List<?>) server.call("GET", phone.ask(now())).value()).get(0));

        assertThat(phone.believes(shown)).isTrue();
        assertThat(shown)
                .containsOnlyKeys("nonce", "question", "serial", "title", "sslverify", "url", "signature")
                .containsEntry("nonce", nonce)
                .containsEntry("question", "Is it you?")
                .containsEntry("title", "Work")
                .containsEntry("sslverify", "0")
                .containsEntry("url", PushedStage.URL);
        Map<Object, Object> forged = new HashMap<>(shown);
        forged.put("title", "Bank");
        assertThat(phone.believes(forged)).isFalse();
    }

    @Test
    void whoeverSaysNoIsNotInWhateverComesAfterwards() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        String transaction = server.pin().asked().transactionId();
        String nonce = server.nonce();

        assertThat(server.post(phone.decline(nonce))).isEqualTo(true);
        assertThat(server.stage.facts()).containsExactly(new ChallengeDeclined(transaction, PushedStage.SERIAL));
        assertThat(server.post(phone.accept(nonce))).isEqualTo(false);
        assertThat(server.stage.facts()).isEmpty();
        assertThat(server.check(transaction).ground()).isEqualTo(Ground.DECLINED);
    }

    @Test
    void whoeverDoesNotWantToAnyMoreSaysSo() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        String transaction = server.pin().asked().transactionId();

        assertThat(server.post(phone.decline(server.nonce(), "cancelled"))).isEqualTo(true);
        assertThat(server.stage.facts()).containsExactly(new ChallengeCancelled(transaction, PushedStage.SERIAL));
        assertThat(server.check(transaction).ground()).isEqualTo(Ground.CANCELLED);
    }

    /** Whoever sees a refusal on its way must not make a yes of it by leaving something out, or calling it otherwise. */
    @Test
    void aNoIsNoYesWhateverIsTakenAwayFromIt() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.pin();
        Map<String, String> no = phone.decline(server.nonce());
        no.remove("decline");
        Map<String, String> renamed = new HashMap<>(no);
        renamed.put("presence_answer", "decline");

        assertThat(server.post(no)).isEqualTo(false);
        assertThat(server.post(renamed)).isEqualTo(false);
        assertThat(server.stage.facts()).isEmpty();
    }

    @Test
    void nobodyElseConfirms() {
        SoftPhone phone = server.enrolled(SoftPhone.withRsa());
        server.pin();
        String nonce = server.nonce();
        SoftPhone other = SoftPhone.withRsa();
        other.scan("edumfa-push://edumfa/x?serial=" + PushedStage.SERIAL + "&enrollment_credential=00");
        Map<String, String> ofAnother = phone.accept("A".repeat(32));
        Map<String, String> unsigned = phone.accept(nonce);
        unsigned.put("signature", "");
        Map<String, String> weaker = phone.accept(nonce);
        weaker.put("signature", phone.sign(nonce + "|" + PushedStage.SERIAL, "SHA1withRSA"));
        Map<String, String> notOfThis = phone.accept(nonce);
        notOfThis.put("signature", phone.sign(nonce + "|OTHER"));

        for (Map<String, String> forged : List.of(other.accept(nonce), ofAnother, unsigned, weaker, notOfThis)) {
            assertThat(server.post(forged)).isEqualTo(false);
            assertThat(server.stage.facts()).isEmpty();
        }
    }

    @Test
    void anAnswerCountsOnceAndInTime() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        String transaction = server.pin().asked().transactionId();
        Map<String, String> yes = phone.accept(server.nonce());

        assertThat(server.post(yes)).isEqualTo(true);
        assertThat(server.post(yes)).isEqualTo(false);
        server.clock.pass(Duration.ofSeconds(301));
        assertThat(server.check(transaction).accepted()).isFalse();

        server.pin();
        Map<String, String> late = phone.accept(server.nonce());
        server.clock.pass(Duration.ofSeconds(121));
        assertThat(server.post(late)).isEqualTo(false);
        assertThat(server.call("GET", phone.ask(now())).value()).isEqualTo(List.of());
    }

    @Test
    void theLogInMayComeForAWhileAfterTheTelephoneHasAnswered() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        String transaction = server.pin().asked().transactionId();
        server.clock.pass(Duration.ofSeconds(119));
        assertThat(server.post(phone.accept(server.nonce()))).isEqualTo(true);
        server.clock.pass(Duration.ofSeconds(299));
        assertThat(server.check(transaction).accepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,2", "-5,2", "7,8", "nonsense,301", "999999999,3601"})
    void settingsSayForHowLong(String grace, int tooLate) {
        server.settings.with("PushChallengeFinalizeGrace", grace);
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        String transaction = server.pin().asked().transactionId();
        server.clock.pass(Duration.ofSeconds(119));
        assertThat(server.post(phone.accept(server.nonce()))).isEqualTo(true);
        server.clock.pass(Duration.ofSeconds(tooLate));
        assertThat(server.check(transaction).accepted()).isFalse();
    }

    @Test
    void aNoEndsAsItWouldHave() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.pin();
        server.post(phone.decline(server.nonce()));

        assertThat(server.stage.facts()).noneMatch(ChallengeProlonged.class::isInstance);
    }

    @Test
    void nothingIsCountedBeforeTheTelephoneHasAnswered() {
        settingsOfOneFailure();
        server.enrolled(SoftPhone.withCurve());
        String transaction = server.pin().asked().transactionId();

        for (int attempt = 0; attempt < 3; attempt++) {
            server.check(transaction);
        }
        assertThat(server.token().isFit()).isTrue();
    }

    private void settingsOfOneFailure() {
        server.settings.with("DefaultMaxFailCount", "1");
    }

    @Test
    void telephonesAskWithinAMinuteAndWhatTheyHaveAnsweredIsNotShownAgain() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.pin();
        String nonce = server.nonce();

        assertThat((List<?>)
                        server.call("GET", phone.ask(now().minusSeconds(59))).value())
                .hasSize(1);
        assertRefused(phone.ask(now().minusSeconds(61)), 10, "not in valid range");
        assertRefused(phone.ask(now().plusSeconds(61)), 10, "not in valid range");
        Map<String, String> forged = new HashMap<>(phone.ask(now()));
        forged.put("timestamp", now().plusSeconds(1).toString());
        assertRefused(forged, 10, "Could not verify signature!");
        forged.put("timestamp", "yesterday");
        assertRefused(forged, 10, "Could not parse timestamp yesterday. ISO-Format required.");
        forged.remove("timestamp");
        assertRefused(forged, 905, "Missing parameters!");
        server.post(phone.accept(nonce));
        assertThat(server.call("GET", phone.ask(now())).value()).isEqualTo(List.of());
    }

    private void assertRefused(Map<String, String> asked, int code, String text) {
        assertThatThrownBy(() -> server.call("GET", asked))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(text);
    }

    @Test
    void policiesSayWhetherTelephonesMayAsk() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.pin();

        server.says("allow_polling", "deny");
        assertRefused(phone.ask(now()), 303, "Polling not allowed!");
        server.says("allow_polling", "token");
        assertThat((List<?>) server.call("GET", phone.ask(now())).value()).hasSize(1);
        server.says("allow_polling", "allow").saysNothingOf("registration_url");
        assertRefused(phone.ask(now()), 10, "Could not verify signature!");
    }

    @Test
    void aTelephoneTellsHowItIsReachedFromNowOn() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());

        assertThat(server.post(phone.tell("new-one", now().minusSeconds(299)))).isEqualTo(true);
        assertThat(server.token().token().state().text("firebase_token")).contains("new-one");
        assertThat(server.post(phone.tell("new-one", now()))).isEqualTo(true);
        assertThat(server.stage.facts()).isEmpty();
        assertThatThrownBy(() -> server.post(phone.tell("x", now().minusSeconds(301))))
                .hasMessageContaining("not in valid range");
        Map<String, String> forged = new HashMap<>(phone.tell("mine", now()));
        forged.put("new_fb_token", "yours");
        assertThatThrownBy(() -> server.post(forged)).hasMessage("Could not verify signature!");
        assertThatThrownBy(() -> server.post(Map.of("serial", PushedStage.SERIAL)))
                .hasMessage("Missing parameters!");
    }

    @Test
    void aLogInThatWaitsIsDecidedOnceTheTelephoneHasAnswered() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.says("wait", "20");

        Decision waiting = server.pin();
        assertThat(waiting.patience()).isEqualTo(20);
        assertThat(waiting.accepted()).isFalse();
        server.post(phone.accept(server.nonce()));
        Decision decided = server.after(waiting.asked().transactionId());

        assertThat(decided.accepted()).isTrue();
        assertThat(decided.message()).isEqualTo("matching 1 tokens");
        assertThat(server.after(waiting.asked().transactionId()).accepted()).isFalse();
    }

    @Test
    void aLogInThatHasWaitedInVainIsRefusedAndCounts() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.says("wait", "20");
        String transaction = server.pin().asked().transactionId();
        Map<String, String> late = phone.accept(server.nonce());

        Decision decided = server.after(transaction);

        assertThat(decided.accepted()).isFalse();
        assertThat(decided.patience()).isZero();
        assertThat(decided.message()).isEqualTo("wrong otp value");
        assertThat(server.post(late)).isEqualTo(false);
    }

    @Test
    void aLogInThatHasWaitedForANoSaysSo() {
        SoftPhone phone = server.enrolled(SoftPhone.withCurve());
        server.says("wait", "20");
        String transaction = server.pin().asked().transactionId();
        server.post(phone.decline(server.nonce()));

        assertThat(server.after(transaction).ground()).isEqualTo(Ground.DECLINED);
    }

    @Test
    void nobodyIsAskedByATokenThatIsLocked() {
        settingsOfOneFailure();
        server.enrolled(SoftPhone.withCurve());
        server.says("wait", "20");
        server.after(server.pin().asked().transactionId());

        Decision locked = server.logIn(null, "", login -> login);

        assertThat(locked.patience()).isZero();
        assertThat(locked.asked()).isNull();
        assertThat(locked.accepted()).isFalse();
    }

    @Test
    void nothingPrintsWhatATelephoneIsTold() {
        TypeReply reply = TypeReply.of(true).telling(Map.of("display_code", "07"));

        assertThat(reply.toString()).doesNotContain("07");
    }
}
