package org.symbolon.command.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.support.FakeVault.sealed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.challenge.BeginChallenges.NewChallenge;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeAnsweredWrongly;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TypeState;

class ChallengeCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:34:44.537Z");
    private static final String NOT_FOUND = "The requested Challenge could not be found.";

    private final Stage stage = new Stage();
    private final FakeSettings settings = new FakeSettings();
    private final List<Instant> askedFor = new ArrayList<>();
    private boolean anyExpired;

    @BeforeEach
    void set() {
        Challenges challenges = new Challenges(stage.repository(ChallengeTransaction.class));
        stage.handler(new ChallengeCommands(
                challenges,
                new Tokens(stage.repository(Token.class)),
                new FakeVault(),
                new ChallengeValidity(settings),
                time -> {
                    askedFor.add(time);
                    return anyExpired;
                },
                stage.store(),
                Chance.counting(),
                Clock.fixed(NOW, ZoneOffset.UTC)));
        stage.given(enrolled("A", 1), enrolled("B", 2));
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

    @Test
    void aTransactionBeginsWithADrawnIdAndOneFactForAllItsTokens() {
        Object id = stage.when(new BeginChallenges(null, List.of(NewChallenge.of("B"), NewChallenge.of("A"))));

        assertThat(id).isEqualTo("00000283686952306183");
        assertThat(stage.facts())
                .containsExactly(new ChallengesBegun((String) id, List.of(begun("A", 1, 120), begun("B", 2, 120))));
    }

    @Test
    void whatIsAskedIsKeptAndWhatIsSecretIsSealedWithTheTokensKey() {
        NewChallenge asked = new NewChallenge("A", "nonce", "data", Secret.of("755224"), "step", 30);

        stage.when(new BeginChallenges("tx", List.of(asked)));

        assertThat(stage.facts())
                .containsExactly(new ChallengesBegun(
                        "tx",
                        List.of(new BegunChallenge("A", 1, "nonce", "data", sealed("key-A", "755224"), "step", 30))));
        assertThat(asked.toString()).doesNotContain("755224");
    }

    @Test
    void aChallengeIsValidAsLongAsTheSettingsSay() {
        settings.with("DefaultChallengeValidityTime", "60");
        assertThat(validityOf("A")).isEqualTo(60);
        settings.with("HotpChallengeValidityTime", "45");
        assertThat(validityOf("A")).isEqualTo(45);
        settings.with("HotpChallengeValidityTime", "soon");
        assertThat(validityOf("A")).isEqualTo(60);
        assertThat(validityOf("")).isEqualTo(60);
    }

    private int validityOf(String serial) {
        stage.when(new BeginChallenges(null, List.of(NewChallenge.of(serial))));
        return ((ChallengesBegun) stage.facts().get(0)).challenges().get(0).validSeconds();
    }

    @Test
    void settingsNameTokenTypesWithOneCapitalLetter() {
        ChallengeValidity validity = new ChallengeValidity(settings.with("U2fChallengeValidityTime", "1")
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
    void aChallengeMayHaveNoTokenButThenNoSecret() {
        stage.when(new BeginChallenges("tx", List.of(NewChallenge.of(""))));
        assertThat(stage.facts()).containsExactly(new ChallengesBegun("tx", List.of(begun("", null, 120))));

        NewChallenge secretive = new NewChallenge("", "", "", Secret.of("x"), "", null);
        assertRefused(
                new BeginChallenges(null, List.of(secretive)), 905, "A challenge without a token has no secret data");
    }

    @Test
    void anIdIsUsedOnceOnly() {
        stage.given(bothBegun(), new ChallengesEnded("tx", List.of("A", "B")));

        assertRefused(
                new BeginChallenges("tx", List.of(NewChallenge.of("A"))),
                905,
                "There is a transaction with the id 'tx' already");
    }

    @Test
    void onlyATokenThatIsThereIsAsked() {
        stage.given(new TokenDeleted("B", 2));

        for (String serial : List.of("B", "C")) {
            assertRefused(
                    new BeginChallenges(null, List.of(NewChallenge.of("A"), NewChallenge.of(serial))),
                    601,
                    "The requested token could not be found.");
        }
    }

    @Test
    void aTransactionHasOneChallengeForAToken() {
        assertRefused(
                new BeginChallenges("tx", List.of(NewChallenge.of("A"), NewChallenge.of("A"))),
                905,
                "A transaction has one challenge for a token, not several");
        assertRefused(new BeginChallenges("tx", List.of()), 905, "A transaction has from 1 to 1000 challenges");
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        String longText = "x".repeat(513);
        assertTooLong("challenge", 512, new NewChallenge("A", longText, "", null, "", null));
        assertTooLong("data", 512, new NewChallenge("A", "", longText, null, "", null));
        assertTooLong("data", 512, new NewChallenge("A", "", "", Secret.of(longText), "", null));
        assertTooLong("session", 512, new NewChallenge("A", "", "", null, longText, null));
        assertRefused(
                new BeginChallenges("1".repeat(65), List.of(NewChallenge.of("A"))),
                905,
                "Parameter 'transaction_id' must not be longer than 64 characters");
    }

    private void assertTooLong(String what, int most, NewChallenge challenge) {
        assertRefused(
                new BeginChallenges("tx", List.of(challenge)),
                905,
                "Parameter '" + what + "' must not be longer than " + most + " characters");
    }

    @Test
    void answersAreRecorded() {
        stage.given(bothBegun());

        stage.when(new AnswerChallenge("tx", "A", true));
        assertThat(stage.facts()).containsExactly(new ChallengeAnswered("tx", "A"));
        assertThat(challenge("A").answered()).isTrue();

        stage.when(new AnswerChallenge("tx", "A", false));
        assertThat(stage.facts()).containsExactly(new ChallengeAnsweredWrongly("tx", "A"));
        assertThat(challenge("A").answered()).isFalse();
        assertThat(challenge("B").answered()).isFalse();
    }

    private Challenge challenge(String serial) {
        List<Challenge> found = new ArrayList<>();
        inUnitOfWork(() -> new Challenges(stage.repository(ChallengeTransaction.class))
                .find("tx")
                .orElseThrow()
                .execute(
                        transaction -> found.add(transaction.challengeOf(serial).orElseThrow())));
        return found.get(0);
    }

    private static void inUnitOfWork(Runnable work) {
        DefaultUnitOfWork.startAndGet(null).execute(work);
    }

    @Test
    void aDeclinedChallengeMayStillBeAnswered() {
        stage.given(bothBegun());

        stage.when(new DeclineChallenge("tx", "A"));
        assertThat(stage.facts()).containsExactly(new ChallengeDeclined("tx", "A"));
        assertThat(challenge("A").declined()).isTrue();

        stage.when(new AnswerChallenge("tx", "A", true));
        assertThat(challenge("A").answered()).isTrue();
        assertThat(challenge("A").declined()).isTrue();
    }

    @Test
    void oneChallengeIsGivenUpOrAllOfThem() {
        stage.given(bothBegun());

        stage.when(new EndChallenge("tx", "A"));
        assertThat(stage.facts()).containsExactly(new ChallengesEnded("tx", List.of("A")));

        stage.when(new EndTransaction("tx"));
        assertThat(stage.facts()).containsExactly(new ChallengesEnded("tx", List.of("B")));
    }

    @Test
    void whatHasEndedOrNeverBegunIsNotFound() {
        stage.given(bothBegun(), new ChallengesEnded("tx", List.of("A", "B")));

        for (String transaction : List.of("tx", "nosuch")) {
            List<Object> commands = List.of(
                    new AnswerChallenge(transaction, "A", true),
                    new AnswerChallenge(transaction, "A", false),
                    new DeclineChallenge(transaction, "A"),
                    new EndChallenge(transaction, "A"),
                    new EndTransaction(transaction));
            commands.forEach(command -> assertRefused(command, 601, NOT_FOUND));
        }
    }

    @Test
    void aSerialThatWasNotAskedIsNotFound() {
        stage.given(bothBegun());

        assertRefused(new AnswerChallenge("tx", "C", true), 601, NOT_FOUND);
    }

    @Test
    void whatHasExpiredIsClearedAwayInOneFact() {
        anyExpired = true;
        Instant limit = NOW.minus(Duration.ofMinutes(5));

        assertThat(stage.when(new RemoveExpiredChallenges())).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new ExpiredChallengesRemoved(limit));
        assertThat(askedFor).containsExactly(limit);
    }

    @Test
    void nothingHappensWhereNothingHasExpired() {
        assertThat(stage.when(new RemoveExpiredChallenges())).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
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
