package org.symbolon.command.tokentype.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** Passkeys by the type alone, with devices made of software. */
class PasskeyTypeTest {

    private static final String SERIAL = "PIPK0001";
    private static final Instant NOW = Instant.parse("2026-11-30T22:00:00Z");
    private static final String PAGE = "https://login.example.com";

    private final PasskeyType type = new PasskeyType();
    private final FakeSettings settings = new FakeSettings();
    private final Map<String, String> terms =
            new HashMap<>(Map.of("webauthn_relying_party_id", "example.com", "webauthn_relying_party_name", "Example"));

    private Circumstances circumstances() {
        return new Circumstances(NOW, settings, Chance.counting(), new TypeTerms(terms));
    }

    private EnrolmentRequest request(Map<String, String> parameters, Optional<OpenChallenge> asked, TokenView token) {
        return new EnrolmentRequest(
                SERIAL,
                Optional.of(new TokenOwner("resolver", "1000", "realm")),
                new Holder("cornelius", "realm"),
                parameters,
                circumstances(),
                Optional.ofNullable(token),
                asked,
                Gathered.NOTHING);
    }

    private static TokenView token(Secret secret, TypeState state, String rollout) {
        return new TokenView(SERIAL, 6, 10, 1000, "", state, Map.of(), rollout, TokenSecrets.open(secret));
    }

    private static OpenChallenge open(Question question) {
        return new OpenChallenge("07", question.challenge(), question.data(), Optional.empty(), "", false);
    }

    private TokenView enrolled(SoftDevice device) {
        EnrolmentStep first = type.enrol(request(Map.of(), Optional.empty(), null));
        TokenView waiting = token(Secret.EMPTY, first.state(), first.rolloutState());
        Map<String, String> made =
                new HashMap<>(device.makePasskey(first.question().challenge()));
        made.put("Origin", PAGE);
        EnrolmentStep second = type.enrol(request(made, Optional.of(open(first.question())), waiting));
        return token(second.secret(), first.state().renewedBy(second.state()), second.rolloutState());
    }

    private Question ask(TokenView token) {
        return type.ask(token, new Asking("", "07", new HashMap<>(), circumstances()));
    }

    private Judgement judge(TokenView token, Question asked, Map<String, String> answer, String page) {
        Map<String, String> fields = new HashMap<>(answer);
        fields.put("Origin", page);
        Credential credential = new Credential(Secret.EMPTY, fields, Optional.of(open(asked)), Gathered.NOTHING);
        return type.judge(token, credential, circumstances());
    }

    private Judgement judge(TokenView token, Question asked, Map<String, String> answer) {
        return judge(token, asked, answer, PAGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {-7, -37, -257})
    void aKeyOfEachKindSignsTheCharactersOfTheChallenge(long algorithm) {
        SoftDevice device = SoftDevice.of(algorithm, "a1b2c3");
        TokenView token = enrolled(device);
        Question asked = ask(token);

        assertThat(judge(token, asked, device.answer(asked.challenge())))
                .as("signed decoded, as eduMFA's clients do")
                .isEqualTo(Judgement.WRONG);
        assertThat(judge(token, asked, device.answerPasskey(asked.challenge())))
                .isEqualTo(Judgement.right(StateChange.of(Map.of("sign_count", 3L))));
    }

    @Test
    void whatIsSignedElsewhereOrByAnotherKeyIsWrong() {
        SoftDevice device = SoftDevice.of(-7, "a1");
        TokenView token = enrolled(device);
        Question asked = ask(token);
        String challenge = asked.challenge();

        assertThat(judge(token, asked, device.answerPasskey(challenge), "https://login.example.org"))
                .isEqualTo(Judgement.WRONG);
        assertThat(judge(token, ask(token), device.answerPasskey("A".repeat(43))))
                .isEqualTo(Judgement.WRONG);
        SoftDevice stranger = SoftDevice.of(-7, "a1");
        stranger.counter = 100;
        assertThat(judge(token, asked, stranger.answerPasskey(challenge))).isEqualTo(Judgement.WRONG);
        device.domain = "example.org";
        assertThat(judge(token, asked, device.answerPasskey(challenge))).isEqualTo(Judgement.WRONG);
        device.domain = "example.com";
        byte present = device.flags;
        device.flags = 0;
        assertThat(judge(token, asked, device.answerPasskey(challenge))).isEqualTo(Judgement.WRONG);
        device.flags = present;
        assertThat(judge(token, asked, device.answerPasskey(challenge))).isInstanceOf(Judgement.Right.class);
    }

    @Test
    void withoutAChallengeOrAKeyNothingIsRight() {
        SoftDevice device = SoftDevice.of(-7, "a1");
        TokenView token = enrolled(device);
        Question asked = ask(token);
        Credential unasked = new Credential(
                Secret.EMPTY, device.answerPasskey(asked.challenge()), Optional.empty(), Gathered.NOTHING);

        assertThat(type.judge(token, unasked, circumstances())).isEqualTo(Judgement.WRONG);
        TokenView waiting = token(Secret.EMPTY, TypeState.EMPTY, "clientwait");
        assertThat(judge(waiting, asked, device.answerPasskey(asked.challenge())))
                .isEqualTo(Judgement.WRONG);
    }

    /** Answers come in any order, some of them several times: none counts twice, and the device never counts backwards. */
    @Test
    void noAnswerOfADeviceThatCountsIsRightTwice() {
        for (int seed = 0; seed < 20; seed++) {
            Random order = new Random(seed);
            SoftDevice device = SoftDevice.of(-7, "a1");
            TokenView token = enrolled(device);
            Question asked = ask(token);
            List<Map<String, String>> answers = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                answers.add(device.answerPasskey(asked.challenge()));
            }
            List<Integer> right = new ArrayList<>();
            for (int attempt = 0; attempt < 20; attempt++) {
                int chosen = order.nextInt(answers.size());
                Judgement found = judge(token, asked, answers.get(chosen));
                if (found instanceof Judgement.Right) {
                    right.add(chosen);
                } else {
                    assertThat(found.change()).isEqualTo(StateChange.NONE);
                }
                token = token(token.secret(), token.state().after(found.change()), "enrolled");
            }
            assertThat(right).isNotEmpty().isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aForgedProofIsRefusedThoughNoneIsNeeded() {
        SoftDevice device = SoftDevice.of(-7, "a1");
        EnrolmentStep first = type.enrol(request(Map.of(), Optional.empty(), null));
        TokenView waiting = token(Secret.EMPTY, first.state(), first.rolloutState());
        Map<String, String> forged =
                new HashMap<>(device.makePasskey(first.question().challenge()));
        forged.put(
                "attestationObject",
                SoftDevice.of(-7, "a1").makePasskey("B".repeat(43)).get("attestationObject"));
        forged.put("Origin", PAGE);

        assertThatThrownBy(() -> type.enrol(request(forged, Optional.of(open(first.question())), waiting)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Invalid registration response: ");
    }

    @Test
    void aNameIsCutWhereADeviceMayCutIt() {
        terms.put("passkey_user_label", "ä".repeat(40) + "{user}");

        Map<?, ?> options = (Map<?, ?>) type.enrol(request(Map.of(), Optional.empty(), null))
                .question()
                .attributes()
                .get("passkey_registration");

        assertThat(((Map<?, ?>) options.get("user")).get("name")).isEqualTo("ä".repeat(32));
    }
}
