package org.symbolon.command.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.FakeVault.sealed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.command.tokentype.Question;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengeCancelled;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengeProlonged;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TypeState;

class ChallengesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:34:44.537Z");

    private final Stage stage = new Stage();
    private final FakeSettings settings = new FakeSettings();
    private final Challenges challenges = new Challenges(stage.repository(ChallengeTransaction.class));
    private final Tokens tokens = new Tokens(stage.repository(Token.class), owner -> {});
    private final TokenQuestions questions = new TokenQuestions(new FakeVault(), new ChallengeValidity(settings));

    private record Begin(String transactionId, List<BegunChallenge> asked) {}

    private record Ask(String serial, Question question) {}

    private record Change(String transactionId, String serial, Consumer<ChallengeTransaction> change) {}

    @CommandHandler
    void handle(Begin command) {
        challenges.begin(command.transactionId(), command.asked());
    }

    @CommandHandler
    BegunChallenge handle(Ask command) {
        return questions.begun("tx", tokens.load(command.serial()).invoke(token -> token), command.question());
    }

    @CommandHandler
    void handle(Change command) {
        challenges.require(command.transactionId(), command.serial()).execute(command.change());
    }

    @BeforeEach
    void set() {
        stage.handler(this).given(enrolled("A", 1), enrolled("B", 2));
    }

    private static TokenEnrolled enrolled(String serial, int tokenId) {
        return new TokenEnrolled(
                serial,
                tokenId,
                "hotp",
                6,
                new Sealed("key-" + serial, "box"),
                Pin.NONE,
                "",
                10,
                10,
                1000,
                "",
                true,
                TypeState.EMPTY,
                Map.of(),
                null,
                List.of());
    }

    private static BegunChallenge begun(String serial, Integer tokenId, int validSeconds) {
        return new BegunChallenge(serial, tokenId, "", "", null, "", validSeconds);
    }

    private static ChallengesBegun bothBegun() {
        return new ChallengesBegun("tx", List.of(begun("A", 1, 120), begun("B", 2, 120)));
    }

    private void assertRefused(Object command, int code, String message) {
        assertThatThrownBy(() -> stage.when(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessage(message);
        assertThat(stage.facts()).isEmpty();
    }

    private void change(Consumer<ChallengeTransaction> change, Object... facts) {
        stage.when(new Change("tx", "A", change));
        assertThat(stage.facts()).containsExactly(facts);
    }

    private Challenge challenge(String serial) {
        List<Challenge> found = new ArrayList<>();
        stage.when(new Change(
                "tx",
                serial,
                transaction -> found.add(transaction.challengeOf(serial).orElseThrow())));
        return found.get(0);
    }

    @Test
    void aTransactionBeginsWithOneFactForAllItsTokens() {
        stage.when(new Begin("tx", bothBegun().challenges()));

        assertThat(stage.facts()).containsExactly(bothBegun());
    }

    @Test
    void whatIsAskedIsKeptAndWhatIsSecretIsSealedWithTheTokensKey() {
        Question asked = Question.saying("")
                .about("nonce", "data")
                .keeping(Secret.of("755224"))
                .step("step")
                .validFor(30);

        assertThat(stage.when(new Ask("A", asked)))
                .isEqualTo(new BegunChallenge("A", 1, "nonce", "data", sealed("key-A", "755224"), "step", 30));
        assertRefused(
                new Ask("A", Question.saying("").keeping(Secret.of("x".repeat(513)))),
                905,
                "Parameter 'data' must not be longer than 512 characters");
    }

    @Test
    void aChallengeIsValidAsLongAsTheSettingsSay() {
        settings.with("DefaultChallengeValidityTime", "60");
        assertThat(validity()).isEqualTo(60);
        settings.with("HotpChallengeValidityTime", "45");
        assertThat(validity()).isEqualTo(45);
        settings.with("HotpChallengeValidityTime", "soon");
        assertThat(validity()).isEqualTo(60);
    }

    private int validity() {
        return ((BegunChallenge) stage.when(new Ask("A", Question.saying("")))).validSeconds();
    }

    @Test
    void settingsNameTokenTypesWithOneCapitalLetter() {
        ChallengeValidity validity = new ChallengeValidity(new FakeSettings()
                .with("U2fChallengeValidityTime", "1")
                .with("4eyesChallengeValidityTime", "2")
                .with("PinResetChallengeValidityTime", "3"));

        assertThat(validity.seconds("u2f")).isEqualTo(1);
        assertThat(validity.seconds("4eyes")).isEqualTo(2);
        assertThat(validity.secondsForPinReset()).isEqualTo(3);
        assertThat(validity.seconds("totp")).isEqualTo(120);
        assertThat(new ChallengeValidity(new FakeSettings()).secondsForPinReset())
                .isEqualTo(120);
    }

    @Test
    void aTransactionHasOneChallengeForAToken() {
        assertRefused(
                new Begin("tx", List.of(begun("A", 1, 120), begun("A", 1, 120))),
                905,
                "A transaction has one challenge for a token, not several");
        assertRefused(new Begin("tx", List.of()), 905, "A transaction has from 1 to 1000 challenges");
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        String longText = "x".repeat(513);
        assertTooLong("challenge", 512, "tx", new BegunChallenge("A", 1, longText, "", null, "", 1));
        assertTooLong("data", 512, "tx", new BegunChallenge("A", 1, "", longText, null, "", 1));
        assertTooLong("session", 512, "tx", new BegunChallenge("A", 1, "", "", null, longText, 1));
        assertTooLong("transaction_id", 64, "1".repeat(65), begun("A", 1, 120));
    }

    private void assertTooLong(String what, int most, String transactionId, BegunChallenge asked) {
        assertRefused(
                new Begin(transactionId, List.of(asked)),
                905,
                "Parameter '" + what + "' must not be longer than " + most + " characters");
    }

    @Test
    void answersAreRecorded() {
        stage.given(bothBegun());

        change(transaction -> transaction.answer("A"), new ChallengeAnswered("tx", "A"));
        assertThat(challenge("A").answered()).isTrue();

        change(transaction -> transaction.answerWrongly("A"), new ChallengeAnsweredWrongly("tx", "A"));
        assertThat(challenge("A").answered()).isFalse();
        assertThat(challenge("B").answered()).isFalse();
    }

    @Test
    void aDeclinedChallengeMayStillBeAnswered() {
        stage.given(bothBegun());

        change(transaction -> transaction.decline("A"), new ChallengeDeclined("tx", "A"));
        assertThat(challenge("A").refusal()).isEqualTo(Outcome.DECLINED);

        change(transaction -> transaction.answer("A"), new ChallengeAnswered("tx", "A"));
        assertThat(challenge("A").answered()).isTrue();
        assertThat(challenge("A").refusal()).isEqualTo(Outcome.DECLINED);
    }

    @Test
    void aProlongedChallengeEndsLaterAndNeverSooner() {
        stage.given(bothBegun());
        Instant later = challenge("A").ends().plusSeconds(500);

        change(transaction -> transaction.prolong("A", later), new ChallengeProlonged("tx", "A", later));
        assertThat(challenge("A").isValidAt(later.minusMillis(1))).isTrue();
        assertThat(challenge("A").isValidAt(later)).isFalse();
        change(transaction -> transaction.prolong("A", later.minusMillis(1)));
        change(transaction -> transaction.prolong("none", later));
        assertThat(challenge("B").isValidAt(later.minusMillis(1))).isFalse();
    }

    @Test
    void aCancelledChallengeIsToldFromADeclinedOne() {
        stage.given(bothBegun());

        change(transaction -> transaction.cancel("A"), new ChallengeCancelled("tx", "A"));
        assertThat(challenge("A").refusal()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void oneChallengeIsGivenUpOrAllOfThem() {
        stage.given(bothBegun());

        change(transaction -> transaction.end("B"), new ChallengesEnded("tx", List.of("B")));
        change(ChallengeTransaction::endAll, new ChallengesEnded("tx", List.of("A")));
    }

    @Test
    void whatHasEndedOrNeverBegunIsNotFound() {
        stage.given(bothBegun(), new ChallengesEnded("tx", List.of("A")));

        assertNotFound("tx", "A");
        assertNotFound("tx", "C");
        assertNotFound("nosuch", "A");
        assertNotFound("1".repeat(65), "A");
    }

    private void assertNotFound(String transactionId, String serial) {
        assertRefused(
                new Change(transactionId, serial, ChallengeTransaction::endAll),
                601,
                "The requested Challenge could not be found.");
    }

    @Test
    void aChallengeIsValidFromItsBeginUntilItsEnd() {
        Challenge challenge = Challenge.of(begun("A", 1, 120), NOW);

        assertThat(challenge.isValidAt(NOW.minusMillis(1))).isFalse();
        assertThat(challenge.isValidAt(NOW)).isTrue();
        assertThat(challenge.isValidAt(NOW.plusSeconds(120).minusMillis(1))).isTrue();
        assertThat(challenge.isValidAt(NOW.plusSeconds(120))).isFalse();
        assertThat(Challenge.of(begun("A", 1, 0), NOW).isValidAt(NOW)).isFalse();
    }

    @Test
    void aChallengeIsOfTheVeryTokenThatWasAsked() {
        assertThat(Challenge.of(begun("A", 1, 120), NOW).isOf(1)).isTrue();
        assertThat(Challenge.of(begun("A", 1, 120), NOW).isOf(2)).isFalse();
        assertThat(Challenge.of(begun("", null, 120), NOW).isOf(1)).isFalse();
    }
}
