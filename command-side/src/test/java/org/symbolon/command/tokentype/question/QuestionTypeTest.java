package org.symbolon.command.tokentype.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** Questions are drawn, answered and, where several are wanted, follow one another. */
class QuestionTypeTest {

    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");
    private static final Map<String, String> ANSWERS = Map.of("dog?", "Rex", "town?", "Kassel", "car?", "Käfer");
    private static final String JSON = "{\"dog?\": \"Rex\", \"town?\": \"Kassel\", \"car?\": \"K\u00e4fer\"}";

    private final QuestionType type = new QuestionType();
    private final FakeSettings settings = new FakeSettings().with("question.num_answers", "3");
    private final FakeVault vault = new FakeVault();

    private static Binding binding(String question) {
        return new Binding("token/QUST1", SecretPurpose.TYPE_ENTRY, question);
    }

    private TokenView token() {
        Map<String, Sealed> sealed = new TreeMap<>();
        ANSWERS.forEach(
                (question, answer) -> sealed.put(question, vault.seal("key", binding(question), Secret.of(answer))));
        return new TokenView(
                "QUST1",
                6,
                10,
                1000,
                "",
                TypeState.of(null, sealed),
                Map.of(),
                "",
                new TokenSecrets(
                        () -> Secret.EMPTY, Optional::empty, (name, entry) -> vault.unseal(binding(name), entry)));
    }

    private Circumstances asking(int questions, int seed) {
        return new Circumstances(
                NOW,
                settings,
                Chance.seeded(seed),
                new TypeTerms(Map.of("question_number", Integer.toString(questions))));
    }

    private Question first(int seed) {
        return type.ask(token(), new Asking("", "07", new HashMap<>(), asking(1, seed)));
    }

    private static OpenChallenge open(Question question) {
        return new OpenChallenge(
                "07", question.challenge(), question.data(), Optional.empty(), question.session(), false);
    }

    private Judgement answer(Question question, String answer, int questions) {
        return type.judge(token(), Credential.of(Secret.of(answer)).answering(open(question)), asking(questions, 5));
    }

    private Judgement answerRightly(Question question, int questions) {
        return answer(question, ANSWERS.get(question.challenge()), questions);
    }

    @Test
    void answersAreKeptSealedByTheirQuestions() {
        EnrolmentStep step = type.enrol(Requests.with(settings, "questions", JSON));

        assertThat(step.secrets()).hasSize(3).containsEntry("car?", Secret.of("K\u00e4fer"));
        assertThat(step.state()).isEqualTo(TypeState.EMPTY);
        assertThat(step.toString()).doesNotContain("Rex");
    }

    @Test
    void tooFewAnswersAreRefused() {
        assertThatThrownBy(() -> type.enrol(Requests.with("questions", JSON)))
                .isInstanceOf(Refusal.class)
                .hasMessage("You need to provide at least 5 answers.");
        assertThatThrownBy(() -> type.enrol(Requests.with())).hasMessage("Missing parameter: 'questions'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "7",
                "{\"a\": null}",
                "{\"a\": {}}",
                "{\"a\": \"\"}",
                "{\" \": \"b\"}",
                "{\"a\\u0000\": \"b\"}",
                "{\"a\": \"\\ud800\"}"
            })
    void whatIsNoObjectOfTextsIsRefused(String questions) {
        assertThatThrownBy(() -> type.enrol(Requests.with(settings, "questions", questions)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Parameter 'questions' must be an object of questions and answers");
    }

    @Test
    void aChallengeIsAQuestionDrawnByChance() {
        Set<String> drawn = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            Question question = first(seed);
            assertThat(question.challenge()).isEqualTo(question.message()).isIn(ANSWERS.keySet());
            assertThat(question.validSeconds()).isEqualTo(120);
            assertThat(question.attributes()).containsOnlyKeys("valid_until");
            drawn.add(question.challenge());
        }

        assertThat(drawn).isEqualTo(ANSWERS.keySet());
    }

    @Test
    void onlyTheAnswerToTheQuestionIsRight() {
        Question question = first(1);

        assertThat(answerRightly(question, 1)).isEqualTo(Judgement.RIGHT);
        assertThat(answer(question, ANSWERS.get(question.challenge()).toUpperCase(java.util.Locale.ROOT), 1))
                .isEqualTo(Judgement.WRONG);
        ANSWERS.forEach((other, answer) -> {
            if (!other.equals(question.challenge())) {
                assertThat(answer(question, answer, 1)).isEqualTo(Judgement.WRONG);
            }
        });
        assertThat(type.judge(token(), Credential.of(Secret.of("Rex")), asking(1, 1)))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void severalQuestionsFollowOneAnotherAndNoneComesTwiceInARound() {
        Set<String> asked = new HashSet<>();
        Question question = first(3);
        for (int answered = 1; answered < 3; answered++) {
            asked.add(question.challenge());
            question = ((Judgement.NeedsMore) answerRightly(question, 4)).question();
            assertThat(question.session()).isEqualTo(Integer.toString(answered));
            assertThat(asked).doesNotContain(question.challenge());
        }
        Question again = ((Judgement.NeedsMore) answerRightly(question, 4)).question();

        assertThat(again.challenge()).isIn(ANSWERS.keySet());
        assertThat(answerRightly(again, 4)).isEqualTo(Judgement.RIGHT);
    }

    @Test
    void aQuestionCanBeTakenAwayButNoAnswerWritten() {
        assertThat(type.edit(token(), "dog?", null)).isEqualTo(StateChange.NONE.without("dog?"));
        assertThat(type.edit(token(), "cat?", null)).isEqualTo(StateChange.NONE);
        assertThatThrownBy(() -> type.edit(token(), "dog?", "Fido")).isInstanceOf(Refusal.class);
    }
}
