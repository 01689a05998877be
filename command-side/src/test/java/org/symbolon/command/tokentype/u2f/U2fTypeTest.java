package org.symbolon.command.tokentype.u2f;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** A device is registered and answers, through either interface of browsers; whatever is not as it must be is refused. */
class U2fTypeTest {

    private final U2fType type = new U2fType();
    private final FakeSettings settings = new FakeSettings().with("u2f.appId", "https://login.example.com/");
    private final Map<String, String> terms = new HashMap<>();
    private final SoftU2f device = new SoftU2f("0a0b0c0d".repeat(16));
    private Instant time = Instant.parse("2026-11-30T22:00:00Z");
    private int seed;

    private Circumstances now() {
        return new Circumstances(time, settings, Chance.seeded(++seed), new TypeTerms(terms));
    }

    private EnrolmentRequest request(Optional<TokenView> token, Map<String, String> parameters) {
        return new EnrolmentRequest(
                "U2F1", Optional.empty(), Holder.NOBODY, parameters, now(), token, Optional.empty(), Gathered.NOTHING);
    }

    private EnrolmentStep begin() {
        return type.enrol(request(Optional.empty(), Map.of()));
    }

    private static Map<?, ?> asked(EnrolmentStep begun) {
        return (Map<?, ?>) Requests.shown(Disclosure.Details.class, begun.disclosures())
                .detail()
                .get("u2fRegisterRequest");
    }

    private EnrolmentStep finish(EnrolmentStep begun, Map<String, String> made, String... more) {
        Map<String, String> parameters = new HashMap<>(made);
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        TokenView waiting = view(Secret.EMPTY, begun.state(), begun.rolloutState(), "");
        return type.enrol(request(Optional.of(waiting), parameters));
    }

    private static TokenView view(Secret handle, TypeState state, String rollout, String description) {
        return new TokenView("U2F1", 6, 10, 1000, description, state, Map.of(), rollout, TokenSecrets.open(handle));
    }

    private TokenView enrolled() {
        EnrolmentStep begun = begin();
        EnrolmentStep step =
                finish(begun, device.make(asked(begun).get("challenge").toString()));
        return view(step.secret(), begun.state().renewedBy(step.state()), "", "my key");
    }

    private Question ask(TokenView token) {
        return type.ask(token, new Asking("", "07", new HashMap<>(), now()));
    }

    private static String challenge(Question question) {
        return ((Map<?, ?>) question.attributes().get("u2fSignRequest"))
                .get("challenge")
                .toString();
    }

    private Judgement judge(TokenView token, Question question, Map<String, String> fields, String... more) {
        Map<String, String> sent = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            sent.put(more[i], more[i + 1]);
        }
        OpenChallenge open = new OpenChallenge("07", question.challenge(), "", Optional.empty(), "", false);
        return type.judge(token, new Credential(Secret.EMPTY, sent, Optional.of(open), Gathered.NOTHING), now());
    }

    @Test
    void aDeviceIsAskedToMakeAKey() {
        EnrolmentStep begun = begin();

        assertThat(begun.rolloutState()).isEqualTo("clientwait");
        assertThat(begun.paused()).isFalse();
        assertThat(asked(begun).get("appId")).isEqualTo((Object) "https://login.example.com");
        assertThat(asked(begun).get("version")).isEqualTo((Object) "U2F_V2");
        assertThat(asked(begun).get("challenge").toString()).matches("[-_0-9A-Za-z]{43}");
    }

    @Test
    void theKeyThatItHasMadeIsKept() {
        EnrolmentStep begun = begin();
        EnrolmentStep step =
                finish(begun, device.make(asked(begun).get("challenge").toString()));

        assertThat(step.secret()).isEqualTo(Secret.of("0a0b0c0d".repeat(16)));
        assertThat(step.rolloutState()).isEmpty();
        assertThat(step.description()).isEqualTo(SoftU2f.MAKER);
        assertThat(step.state().text("attestation_subject")).contains("CN=" + SoftU2f.MAKER);
        assertThat(step.state().text("attestation_issuer")).contains("CN=Soft Root");
        assertThat(step.state().text("pubKey").orElseThrow()).matches("04[0-9a-f]{128}");
        assertThat(begun.state().renewedBy(step.state()).entries()).doesNotContainKey("u2f.challenge");
        assertThat(Requests.shown(Disclosure.Only.class, step.disclosures()).detail())
                .isEqualTo(Map.of("u2fRegisterResponse", Map.of("subject", SoftU2f.MAKER)));
    }

    @Test
    void whatWasNotAskedIsNotEnrolled() {
        EnrolmentStep begun = begin();
        String challenge = asked(begun).get("challenge").toString();
        Map<String, String> made = device.make(challenge);
        device.appId = "https://evil.example.org";
        Map<String, String> elsewhere = device.make(challenge);
        device.appId = "https://login.example.com";

        assertRefused(begun, device.make(asked(begin()).get("challenge").toString()));
        assertRefused(begun, elsewhere);
        assertRefused(begun, device.answer(challenge), "regdata", made.get("regdata"));
        assertRefused(begun, made, "regdata", made.get("regdata").substring(4));
        assertRefused(begun, made, "regdata", "BQ");
        assertRefused(begun, made, "clientdata", "e30");
        assertThatThrownBy(() -> type.enrol(request(Optional.empty(), made)))
                .hasMessage("regdata provided but token not in clientwait rollout_state.");
    }

    private void assertRefused(EnrolmentStep begun, Map<String, String> made, String... more) {
        assertThatThrownBy(() -> finish(begun, made, more)).isInstanceOf(Refusal.class);
    }

    @Test
    void policiesSayWhichDevicesAreTaken() {
        EnrolmentStep begun = begin();
        Map<String, String> made = device.make(asked(begun).get("challenge").toString());
        terms.put("u2f_req", "subject/.*Yubico.*/");
        assertThatThrownBy(() -> finish(begun, made))
                .hasMessage("The U2F device is not allowed to be registered due to policy restriction.");
        terms.put("u2f_req", "subject/.*Soft.*/ issuer/Root/");
        assertThat(finish(begun, made).rolloutState()).isEmpty();

        time = Instant.parse("2040-01-01T00:00:00Z");
        assertThatThrownBy(() -> finish(begun, made))
                .hasMessage("The certificate of the device is not good at this time.");
        terms.put("u2f_no_verify_certificate", "True");
        assertThat(finish(begun, made).rolloutState()).isEmpty();
    }

    @Test
    void thereMustBeAnApplication() {
        settings.with("u2f.appId", "");
        assertThatThrownBy(this::begin).hasMessage("You need to define the appId in the token config!");
    }

    @Test
    void aChallengeIsForEitherInterface() {
        Question question = ask(enrolled());
        Map<?, ?> old = (Map<?, ?>) question.attributes().get("u2fSignRequest");
        Map<?, ?> newer = (Map<?, ?>) question.attributes().get("webAuthnSignRequest");

        assertThat(question.message()).isEqualTo("Please confirm with your U2F token (my key)");
        assertThat(question.mode()).isEqualTo(ClientMode.U2F);
        assertThat(question.attributes())
                .containsEntry("hideResponseInput", true)
                .containsEntry("img", "");
        assertThat(old.get("keyHandle")).isEqualTo((Object) device.handle());
        assertThat(newer.get("challenge")).isEqualTo((Object) challenge(question));
        assertThat(newer.get("extensions")).isEqualTo((Object) Map.of("appid", "https://login.example.com"));
        assertThat(newer.get("rpId")).isEqualTo((Object) "login.example.com");
    }

    @Test
    void whatTheDeviceSignsIsRightOnce() {
        TokenView token = enrolled();
        Question question = ask(token);
        Map<String, String> answer = device.answer(challenge(question));
        Judgement right = judge(token, question, answer);

        assertThat(right).isEqualTo(Judgement.right(StateChange.counter(1)));
        TokenView used = view(token.secret(), token.state().after(right.change()), "", "");
        assertThat(judge(used, question, answer)).isEqualTo(Judgement.WRONG);
        assertThat(judge(token, ask(token), answer)).isEqualTo(Judgement.WRONG);
        assertThat(type.judge(token, Credential.of(Secret.of("123456")), now())).isEqualTo(Judgement.WRONG);
    }

    @Test
    void whatIsNotAsItMustBeIsWrong() {
        TokenView token = enrolled();
        Question question = ask(token);
        Map<String, String> good = device.answer(challenge(question));

        assertThat(judge(token, question, device.make(challenge(question)), "signaturedata", good.get("signaturedata")))
                .isEqualTo(Judgement.WRONG);
        assertThat(judge(token, question, good, "signaturedata", "AQ")).isEqualTo(Judgement.WRONG);
        assertThat(judge(token, question, good, "clientdata", "nonsense")).isEqualTo(Judgement.WRONG);
        device.touched = false;
        assertThat(judge(token, question, device.answer(challenge(question)))).isEqualTo(Judgement.WRONG);
        device.touched = true;
        device.appId = "https://evil.example.org";
        assertThat(judge(token, question, device.answer(challenge(question)))).isEqualTo(Judgement.WRONG);
        assertThat(judge(token, question, new SoftU2f("0a0b0c0d".repeat(16)).answer(challenge(question))))
                .isEqualTo(Judgement.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com, https://login.example.com, true",
        "https://a.login.example.com, https://a.login.example.com, true",
        "https://login.example.com, https://other.example.com, false",
        "https://evil.example.org, https://evil.example.org, false",
        "http://login.example.com, http://login.example.com, false",
        "https://evillogin.example.com, https://evillogin.example.com, false"
    })
    void webAuthnReachesTheSameDevice(String page, String header, boolean right) {
        TokenView token = enrolled();
        Question question = ask(token);
        device.origin = page;
        Judgement judged = judge(token, question, device.answerThroughWebAuthn(challenge(question)), "Origin", header);

        assertThat(judged).isEqualTo(right ? Judgement.right(StateChange.counter(1)) : Judgement.WRONG);
    }

    @Test
    void webAuthnMustNameTheKeyAndTheApplication() {
        TokenView token = enrolled();
        Question question = ask(token);
        String page = "https://login.example.com";
        Map<String, String> good = device.answerThroughWebAuthn(challenge(question));
        assertThat(judge(token, question, good, "Origin", page, "credentialid", "AAAA"))
                .isEqualTo(Judgement.WRONG);
        assertThat(judge(token, question, good)).isEqualTo(Judgement.WRONG);
        device.appId = "login.example.com";
        assertThat(judge(token, question, device.answerThroughWebAuthn(challenge(question)), "Origin", page))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void noCounterIsRightTwiceInAnyOrder() {
        TokenView token = enrolled();
        Random random = new Random(3);
        long latest = 0;
        for (int attempt = 0; attempt < 60; attempt++) {
            device.counter = random.nextInt(40);
            Question question = ask(token);
            Judgement judged = random.nextBoolean()
                    ? judge(token, question, device.answer(challenge(question)))
                    : judge(
                            token,
                            question,
                            device.answerThroughWebAuthn(challenge(question)),
                            "Origin",
                            "https://login.example.com");
            boolean newer = device.counter > latest;
            assertThat(judged)
                    .isEqualTo(newer ? Judgement.right(StateChange.counter(device.counter)) : Judgement.WRONG);
            latest = newer ? device.counter : latest;
            token = view(token.secret(), token.state().after(judged.change()), "", "");
        }
    }

    @Test
    void policiesSayWhichDevicesLogIn() {
        TokenView token = enrolled();
        Question question = ask(token);
        terms.put("u2f_req", "serial/0000/");

        assertThatThrownBy(() -> judge(token, question, device.answer(challenge(question))))
                .hasMessage("The U2F device is not allowed to authenticate due to policy restriction.");
    }

    @Test
    void browsersAreToldForWhichPagesADeviceSigns() {
        terms.put("u2f_facets", "a.example.com b.example.com");

        assertThat(type.endpoint()
                        .orElseThrow()
                        .answer(new TypeCall("GET", Map.of()), Optional.empty(), now())
                        .document()
                        .text())
                .contains(
                        "\"ids\":[\"https://a.example.com\",\"https://b.example.com\",\"https://login.example.com\"]",
                        "\"major\":1",
                        "\"minor\":0");
        settings.with("u2f.appId", "");
        assertThatThrownBy(() ->
                        type.endpoint().orElseThrow().answer(new TypeCall("GET", Map.of()), Optional.empty(), now()))
                .hasMessage("u2f is not configured");
    }
}
