package org.symbolon.command.tokentype.tan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.by;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.step;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

class TanTypeTest {

    private static final String SEED = "3132333435363738393031323334353637383930";

    private final TanType type = new TanType();

    /** The token as a step makes it, after these facts. */
    private TokenView token(EnrolmentStep step, StateChange... changes) {
        Map<String, Sealed> sealed = new HashMap<>();
        step.secrets().keySet().forEach(name -> sealed.put(name, new Sealed("key", name)));
        TypeState state = step.state().after(StateChange.of(sealed));
        for (StateChange change : changes) {
            state = state.after(change);
        }
        TokenView plain = Views.of(type, step.secret(), step.otpLength(), 0, 10, 1000, Map.of());
        return new TokenView(
                plain.serial(),
                plain.otpLength(),
                10,
                1000,
                "",
                state,
                Map.of(),
                "",
                new TokenSecrets(step::secret, Optional::empty, (name, box) -> step.secrets()
                        .get(name)));
    }

    private Judgement judged(TokenView token, String typed) {
        return type.judge(
                token,
                Credential.of(Secret.of(typed)),
                new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.counting()));
    }

    private EnrolmentStep given(String tans) {
        return type.enrol(by(Chance.seeded(1), "tans", tans));
    }

    @Test
    void aValueIsKeptAsItsSaltAndItsHash() {
        assertThat(KeptTans.kept(Secret.of("755224"), "01020304").reveal())
                .isEqualTo("01020304:262b2ad7c6cafbb621f68cce94e36b784a0da703e426e772583fbca196f24965");
    }

    /** RFC 4226, appendix D. */
    @Test
    void theListIsMadeOfTheSeedAndShown() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", SEED, "tantoken_count", "3"));

        assertThat(shown(Disclosure.Values.class, enrolment.disclosures()).values())
                .extracting(Secret::reveal)
                .containsExactly("755224", "287082", "359152");
        assertThat(enrolment.secrets()).containsOnlyKeys("tan.tan0", "tan.tan1", "tan.tan2");
        assertThat(enrolment.state().entries()).isEqualTo(Map.of("hashlib", "sha1"));
    }

    @Test
    void aListThatIsGivenIsNotShownAgain() {
        EnrolmentStep enrolment = given("11112222 33334444\n55556666");

        assertThat(enrolment.otpLength()).isEqualTo(8);
        assertThat(enrolment.secrets()).hasSize(3);
        assertThat(shown(Disclosure.Values.class, enrolment.disclosures()).values())
                .isEmpty();
    }

    @Test
    void valuesAreRightInAnyOrderEachOnce() {
        EnrolmentStep enrolment = given("111111 222222 333333");

        assertThat(judged(token(enrolment), "222222")).isEqualTo(Judgement.right(StateChange.NONE.without("tan.tan1")));
        TokenView used = token(enrolment, StateChange.NONE.without("tan.tan1"));
        assertThat(judged(used, "222222")).isEqualTo(Judgement.WRONG);
        assertThat(judged(used, "333333")).isInstanceOf(Judgement.Right.class);
        assertThat(judged(used, "111111")).isInstanceOf(Judgement.Right.class);
    }

    @Test
    void whatStandsThereTwiceIsRightOnce() {
        assertThat(given("111111 111111 222222").secrets()).hasSize(2);
        Map<String, Secret> twice = Map.of(
                "tan.tan0",
                KeptTans.kept(Secret.of("111111"), "00"),
                "tan.tan1",
                KeptTans.kept(Secret.of("111111"), "01"));

        assertThat(judged(token(given("111111").keeping(twice)), "111111"))
                .isEqualTo(Judgement.right(StateChange.NONE.without("tan.tan0", "tan.tan1")));
    }

    @Test
    void whereAPolicyWantsItALogInTellsHowManyValuesAreLeftAndWarnsOfFew() {
        EnrolmentStep enrolment = given("111111 222222 333333 444444");
        TokenView three = token(enrolment, StateChange.NONE.without("tan.tan3"));
        TokenView one = token(enrolment, StateChange.NONE.without("tan.tan1", "tan.tan2", "tan.tan3"));

        assertThat(told(token(enrolment), "2")).isEqualTo(Map.of("codes_left", 3));
        assertThat(told(three, "2"))
                .isEqualTo(Map.of("codes_left", 2, "codes_warning", "You have 2 codes left. Please get new ones."));
        assertThat(told(one, "0"))
                .isEqualTo(Map.of("codes_left", 0, "codes_warning", "That was your last code. Please get new ones."));
        assertThat(told(one, "few")).isEmpty();
        assertThat(((Judgement.Right) judged(one, "111111")).told()).isEmpty();
    }

    private Map<String, Object> told(TokenView token, String few) {
        Judgement found = type.judge(
                token,
                Credential.of(Secret.of("111111")),
                new Circumstances(
                        Instant.EPOCH,
                        new FakeSettings(),
                        Chance.counting(),
                        new TypeTerms(Map.of("tan_few_left", few))));
        return ((Judgement.Right) found).told();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11111", "1111111", "444444", "tan.tan0"})
    void anythingElseIsWrong(String typed) {
        assertThat(judged(token(given("111111 222222")), typed)).isEqualTo(Judgement.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"111", "111111 2222222", "111111 22222"})
    void aListOfOddValuesIsRefused(String tans) {
        assertThatThrownBy(() -> given(tans))
                .hasMessage("The values of parameter 'tans' must all have the same number of characters, from 4 to 64");
    }

    @Test
    void anOwnerDoesNotThinkUpHisValuesHimself() {
        assertThatThrownBy(() -> type.boundedForOwner(with("tans", "111111 222222")))
                .hasMessage("Parameter 'tans' is for administrators");
        assertThat(type.boundedForOwner(with("tantoken_count", "10")).parameters())
                .containsOnlyKeys("tantoken_count");
    }

    @Test
    void aNewListLeavesNothingOfTheFormerOne() {
        TokenView known = token(given("111111 222222 333333"));
        EnrolmentRequest again = step(by(Chance.seeded(2), "tans", "444444"), known, Gathered.NOTHING);
        EnrolmentStep anew = type.enrol(again);

        TypeState state =
                known.state().renewedBy(anew.state().after(StateChange.of(Map.of("tan.tan0", new Sealed("k", "b")))));

        assertThat(state.entries()).containsOnlyKeys("hashlib", "tan.tan0");
    }

    @Test
    void aFileThatComesOnceMoreBringsNoUsedValueBack() {
        String[] filed = {"otpkey", SEED, "tans", "111111 222222"};
        EnrolmentStep enrolment = type.enrol(with(filed));
        TokenView used = token(enrolment, StateChange.NONE.without("tan.tan0"));

        assertThat(type.isKeptAlready(used, with(filed), type.enrol(with(filed))))
                .isTrue();
        String[] other = {"otpkey", SEED, "tans", "111111 444444"};
        assertThat(type.isKeptAlready(used, with(other), type.enrol(with(other))))
                .isFalse();
        String[] made = {"otpkey", SEED, "tantoken_count", "2"};
        EnrolmentStep ofSeed = type.enrol(with(made));
        assertThat(type.isKeptAlready(token(ofSeed), with(made), ofSeed)).isTrue();
    }

    @Test
    void aValueCanBeTakenAwayAndNotWritten() {
        TokenView token = token(given("111111 222222"));

        assertThat(type.edit(token, "tan.tan0", null)).isEqualTo(StateChange.NONE.without("tan.tan0"));
        assertThatThrownBy(() -> type.edit(token, "tan.tan7", "00:00"))
                .hasMessage("The entry 'tan.tan7' can only be enrolled");
        assertThat(List.of(type.describe().keeps("tan.tan7"), type.describe().keeps("tan.other")))
                .containsExactly(true, false);
    }
}
