package org.symbolon.command.tokentype.indexedsecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.by;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

class IndexedsecretTypeTest {

    private static final Secret SECRET = Secret.of("abcdefghij");

    private final IndexedsecretType type = new IndexedsecretType();
    private final TokenView token = Views.of(type, SECRET, 10, 0, 10, 1000, Map.of());
    private final TokenView oneByOne = Views.of(type, SECRET, 10, 0, 10, 1000, Map.of("multichallenge", "True"));

    private static Circumstances saying(Map<String, String> terms, long seed) {
        return new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.seeded(seed), new TypeTerms(terms));
    }

    private Question asked(TokenView view, Map<String, String> terms, long seed) {
        return type.ask(view, new Asking("unused", "tx", new HashMap<>(), saying(terms, seed)));
    }

    private static List<?> positions(Question question) {
        return (List<?>) question.attributes().get("random_positions");
    }

    private static String right(Question question) {
        StringBuilder answer = new StringBuilder();
        positions(question).forEach(place -> answer.append("abcdefghij".charAt((Integer) place - 1)));
        return answer.toString();
    }

    private Judgement answered(TokenView view, Question question, String answer, Map<String, String> terms) {
        OpenChallenge open = new OpenChallenge(
                "tx", question.challenge(), question.data(), Optional.empty(), question.session(), false);
        return type.judge(view, Credential.of(Secret.of(answer)).answering(open), saying(terms, 5));
    }

    @Test
    void twoDifferentPlacesAreDrawnForEachChallenge() {
        for (long seed = 0; seed < 200; seed++) {
            Question question = asked(token, Map.of(), seed);

            assertThat(positions(question)).hasSize(2).doesNotHaveDuplicates().allMatch(place -> {
                int number = (Integer) place;
                return number >= 1 && number <= 10;
            });
            assertThat(question.message())
                    .isEqualTo("Please enter the positions " + question.data() + " from your secret.");
        }
    }

    @Test
    void theCharactersAtThosePlacesAreRightAndNothingElseIs() {
        Question question = asked(token, Map.of(), 1);
        String right = right(question);

        assertThat(answered(token, question, right, Map.of())).isEqualTo(Judgement.RIGHT);
        for (String wrong : List.of(
                "",
                right.substring(1),
                right + "a",
                "" + right.charAt(1) + right.charAt(0),
                right.toUpperCase(java.util.Locale.ROOT),
                "abcdefghij")) {
            assertThat(answered(token, question, wrong, Map.of())).isEqualTo(Judgement.WRONG);
        }
    }

    @Test
    void withoutAChallengeNothingIsRight() {
        assertThat(type.judge(token, Credential.of(SECRET), saying(Map.of(), 1)))
                .isEqualTo(Judgement.WRONG);
        assertThat(type.judge(token, Credential.of(Secret.EMPTY), saying(Map.of(), 1)))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void policiesSayHowManyAreAskedForAndHow() {
        Question question =
                asked(token, Map.of("indexedsecret_count", "4", "indexedsecret_challenge_text", "Give {0!s}!"), 2);

        assertThat(positions(question)).hasSize(4);
        assertThat(question.message()).isEqualTo("Give " + question.data() + "!");
        assertThat(positions(asked(token, Map.of("indexedsecret_count", "none"), 2)))
                .hasSize(2);
        assertThat(positions(asked(token, Map.of("indexedsecret_count", "12"), 2)))
                .hasSize(12);
    }

    @Test
    void oneAfterTheOtherIsAskedForWhereTheTokenSaysSo() {
        Map<String, String> three = Map.of("indexedsecret_count", "3");
        Question question = asked(oneByOne, three, 3);
        for (int step = 1; step < 3; step++) {
            assertThat(positions(question)).hasSize(1);
            Judgement found = answered(oneByOne, question, right(question), three);
            question = ((Judgement.NeedsMore) found).question();
            assertThat(question.session()).isEqualTo(Integer.toString(step));
        }
        assertThat(answered(oneByOne, question, right(question), three)).isEqualTo(Judgement.RIGHT);
        assertThat(answered(oneByOne, question, "?", three)).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aNewTokenRemembersWhatItWasAskedFirst() {
        TokenView unverified = new TokenView(
                "IX", 10, 10, 1000, "", token.state(), Map.of(), EnrolmentStep.UNVERIFIED, TokenSecrets.open(SECRET));
        Question question = asked(unverified, Map.of(), 4);
        TokenView asked = new TokenView(
                "IX",
                10,
                10,
                1000,
                "",
                token.state().after(question.change()),
                Map.of(),
                EnrolmentStep.UNVERIFIED,
                TokenSecrets.open(SECRET));

        assertThat(type.judge(asked, Credential.of(Secret.of(right(question))), saying(Map.of(), 1)))
                .isEqualTo(Judgement.right(StateChange.NONE.without("verify.positions")));
        assertThat(type.judge(asked, Credential.of(Secret.of("??")), saying(Map.of(), 1)))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void theSecretIsGivenMadeOrTakenFromTheOwner() {
        assertThat(type.enrol(with("otpkey", "Mother's maiden name")).secret())
                .isEqualTo(Secret.of("Mother's maiden name"));
        assertThat(type.enrol(by(Chance.seeded(1), "genkey", "1")).secret().reveal())
                .matches("[0-9a-f]{40}");
        Holder holder = new Holder("emma", "realm1", Map.of("pet", "Rex the dog"));
        assertThat(type.enrol(Requests.of(holder, "secret_attribute", "pet", "otpkey", "other"))
                        .secret())
                .isEqualTo(Secret.of("Rex the dog"));
    }

    @Test
    void withoutASecretNothingIsEnrolled() {
        assertThatThrownBy(() -> type.enrol(with())).hasMessage("Missing parameter: 'otpkey'");
        assertThatThrownBy(() -> type.enrol(with("otpkey", ""))).hasMessage("Parameter 'otpkey' must not be empty");
        assertThatThrownBy(() -> type.enrol(with("secret_attribute", "pet")))
                .hasMessage("The user has no attribute 'pet' that the secret could be taken from");
    }
}
