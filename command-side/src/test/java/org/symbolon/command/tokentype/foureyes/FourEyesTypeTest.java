package org.symbolon.command.tokentype.foureyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;

/** Others log in, at once or one after the other, and none counts twice. */
class FourEyesTypeTest {

    private final FourEyesType type = new FourEyesType();
    private final Circumstances now =
            new Circumstances(Instant.parse("2026-11-30T22:00:00Z"), new FakeSettings(), Chance.seeded(1));

    private TokenView token(String needed, String separator) {
        return Views.of(type, Secret.EMPTY, 6, 0, 10, 1000, Map.of("4eyes", needed, "separator", separator));
    }

    private static OtherTokens found(String... realmsAndSerials) {
        OtherTokens found = OtherTokens.NONE;
        for (int i = 0; i < realmsAndSerials.length; i += 2) {
            found = found.with(realmsAndSerials[i], realmsAndSerials[i + 1]);
        }
        return found;
    }

    private Judgement judge(TokenView token, Credential credential, OtherTokens found) {
        OtherTokens.Wanted wanted =
                (OtherTokens.Wanted) type.gather(token, credential).orElseThrow();
        return type.judge(token, credential.with(Gathered.of(wanted, found)), now);
    }

    private static Credential answering(Question question, String typed) {
        OpenChallenge open =
                new OpenChallenge("07", question.challenge(), question.data(), Optional.empty(), "", false);
        return Credential.of(Secret.of(typed)).answering(open);
    }

    @Test
    void partsAreDividedByTheSeparator() {
        OtherTokens.Wanted wanted = (OtherTokens.Wanted)
                type.gather(token("a:1,b:2", "|"), Credential.of(Secret.of("one|two||one|three four")))
                        .orElseThrow();

        assertThat(wanted.passes())
                .isEqualTo(Stream.of("one", "two", "three four").map(Secret::of).toList());
        assertThat(wanted.needed()).isEqualTo(new TreeMap<>(Map.of("a", 1, "b", 2)));
        assertThat(wanted.toString()).doesNotContain("one", "two");
        assertThat(type.gather(token("a:1", " "), Credential.of(Secret.EMPTY))).isEmpty();
    }

    @Test
    void enoughAtOnceAreRight() {
        TokenView token = token("a:1,b:1", " ");
        Credential both = Credential.of(Secret.of("one two"));

        assertThat(judge(token, both, found("a", "A1", "b", "B1"))).isEqualTo(Judgement.RIGHT);
        assertThat(judge(token, both, found("a", "A1"))).isEqualTo(Judgement.WRONG);
        assertThat(judge(token, both, OtherTokens.NONE)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void nothingIsRightOfWhichNobodyWasAsked() {
        assertThat(type.judge(token("a:1", " "), Credential.of(Secret.of("one")), now))
                .isEqualTo(Judgement.WRONG);
        assertThat(type.judge(token("a:1", " "), Credential.of(Secret.EMPTY), now))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void oneAloneBeginsAChallengeForTheOthers() {
        TokenView token = token("a:2,b:1", " ");
        Judgement first = judge(token, Credential.of(Secret.of("one")), found("a", "A1"));
        Question question = ((Judgement.NeedsMore) first).question();

        assertThat(question.message()).isEqualTo("Please authenticate with another token from either realm: a, b.");
        assertThat(question.data()).isEqualTo("{\"a\":[\"A1\"]}");
        assertThat(question.attributes()).containsOnlyKeys("valid_until");

        Judgement second = judge(token, answering(question, "two words"), found("a", "A1", "a", "A2"));
        Question last = ((Judgement.NeedsMore) second).question();
        assertThat(last.message()).isEqualTo("Please authenticate with another token from either realm: b.");
        assertThat(judge(token, answering(last, "x"), found("a", "A1", "a", "A2")))
                .isEqualTo(Judgement.WRONG);
        assertThat(judge(token, answering(last, "3"), found("a", "A1", "a", "A2", "b", "B1")))
                .isEqualTo(Judgement.RIGHT);
    }

    @Test
    void anAnswerIsOnePassAndWhoWasThereIsRemembered() {
        TokenView token = token("a:2", " ");
        Question question =
                ((Judgement.NeedsMore) judge(token, Credential.of(Secret.of("one")), found("a", "A1"))).question();
        OtherTokens.Wanted wanted = (OtherTokens.Wanted)
                type.gather(token, answering(question, "two words")).orElseThrow();

        assertThat(wanted.passes()).containsExactly(Secret.of("two words"));
        assertThat(wanted.before()).isEqualTo(found("a", "A1"));
        assertThat(wanted.before().has("A1")).isTrue();
    }

    @Test
    void thePinAloneAsksForAll() {
        Question question = type.ask(token("a:1,b:1", " "), new Asking("", "07", new HashMap<>(), now));

        assertThat(question.message()).isEqualTo("Please authenticate with another token from either realm: a, b.");
        assertThat(question.data()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Gold:2                                                               | gold:2
            b:1, a:2                                                             | a:2,b:1
            {"a": {"selected": true, "count": 2}, "b": {"selected": false, "count": 1}} | a:2
            {"a": {"count": "3"}}                                                | a:3
            """)
    void whatIsNeededIsReadInEitherForm(String given, String kept) {
        EnrolmentStep step = type.enrol(Requests.with("4eyes", given));

        assertThat(step.state().text("4eyes")).contains(kept);
        assertThat(step.state().text("separator")).contains(" ");
        assertThat(step.tokenKind()).isEqualTo("virtual");
        assertThat(step.disclosures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a:", ":2", "a:0", "a:9", "a:1,a:2", "a:5,b:4", "{", "{}", "{\"a\": {\"count\": 0}}"})
    void whatSaysNotHowManyIsRefused(String given) {
        assertThatThrownBy(() -> type.enrol(Requests.with("4eyes", given)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Parameter '4eyes' must name realms");
    }

    @Test
    void aSeparatorIsOneCharacter() {
        assertThatThrownBy(() -> type.enrol(Requests.with("4eyes", "a:1", "separator", "||")))
                .isInstanceOf(Refusal.class)
                .hasMessage("The separator must only be one single character");
        assertThatThrownBy(() -> type.enrol(Requests.with()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Missing parameter: '4eyes'");
    }

    @Test
    void whatIsNeededCannotBeChangedInTheInfo() {
        for (String entry : List.of("4eyes", "separator")) {
            assertThatThrownBy(() -> type.edit(token("a:2", " "), entry, "a:1")).isInstanceOf(Refusal.class);
        }
    }
}
