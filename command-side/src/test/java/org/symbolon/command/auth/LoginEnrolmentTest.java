package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.auth.ChallengeStage.FIRST_ID;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.MovingClock;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.events.token.TokenReenrolled;

/** A token that is enrolled in the transaction of a log-in, and asked for its first value. */
class LoginEnrolmentTest {

    private static final String TEXT = "Please scan the QR code!";
    private static final OwedToken OWED = new OwedToken(
            ALICE,
            new Holder("alice", "realm1"),
            "hotp",
            Map.of("hashlib", "sha256", "otplen", "8", "tokenlabel", "{user}"),
            List.of(new TokenLimit(CountedTokens.of(ALICE, null, false, null), 2, "too many")));

    private static final Decision RIGHT = new Decision(true, "matching 1 tokens", "S", "spass", 6);

    private final Stage stage = new Stage();
    private final FakeVault vault = new FakeVault();
    private final FakeCensus census = new FakeCensus();
    private final KnownCandidates candidates = new KnownCandidates();

    /** What the transaction of a log-in does. */
    record Enrol(OwedToken owed) {}

    record Handler(LoginEnrolment enrolment) {

        @CommandHandler
        Decision handle(Enrol command) {
            return enrolment.enrol(command.owed(), RIGHT);
        }
    }

    LoginEnrolmentTest() {
        Tokens tokens = new Tokens(stage.repository(Token.class), owner -> {});
        FakeSettings settings = new FakeSettings().with("HotpChallengeValidityTime", "90");
        MovingClock clock = new MovingClock();
        EnrolmentCommands enrolments = new EnrolmentCommands(
                tokens,
                TokenTypes.all(),
                new FakeSerials(),
                vault,
                settings,
                Chance.seeded(1),
                new FakeEnrolmentChallenges(),
                (thing, token) -> {},
                clock);
        stage.handler(new Handler(new LoginEnrolment(
                census,
                candidates,
                enrolments,
                tokens,
                TokenTypes.all(),
                settings,
                vault,
                new Challenges(stage.repository(ChallengeTransaction.class)),
                new Effects(stage.repository(PlannedEffect.class), vault, Chance.counting()),
                Chance.counting(),
                clock)));
    }

    private Decision enrol(OwedToken owed) {
        return (Decision) stage.when(new Enrol(owed));
    }

    private <T> T fact(Class<T> type) {
        return stage.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTokenIsEnrolledAsDecidedAndGoodForNothingYet() {
        EnrolledByLogin enrolled =
                enrol(OWED.withPin(PinToKeep.hashed(PIN_HASH))).enrolled();

        TokenEnrolled fact = fact(TokenEnrolled.class);
        assertThat(fact.serial()).startsWith("OATH0000");
        assertThat(fact.rolloutState()).isEqualTo("verify");
        assertThat(fact.active()).isTrue();
        assertThat(fact.pin()).isEqualTo(PIN_HASH);
        assertThat(fact.owner()).isEqualTo(ALICE);
        assertThat(fact.otpLength()).isEqualTo(8);
        assertThat(fact.state().text("hashlib")).contains("sha256");
        assertThat(fact.info()).containsEntry("enroll_via_multichallenge", "True");
        assertThat(fact(ChallengesBegun.class))
                .isEqualTo(new ChallengesBegun(
                        FIRST_ID,
                        List.of(new BegunChallenge(fact.serial(), 42, "", "", fact.seed(), "enrollment", 90))));
        assertThat(enrolled.asked())
                .isEqualTo(new Asked(
                        FIRST_ID,
                        List.of(new Question(
                                fact.serial(),
                                "hotp",
                                ClientMode.INTERACTIVE,
                                TEXT,
                                Map.of(),
                                null,
                                ChangeDates.NONE,
                                false)),
                        List.of(TEXT)));
        assertThat(enrolled.address().reveal())
                .matches("otpauth://hotp/alice[?]secret=[A-Z2-7]+&counter=1&algorithm=SHA256&digits=8&issuer=eduMFA");
        assertThat(enrolled.toString()).doesNotContain("secret=");
    }

    @Test
    void ofWhomNoPinIsKnownTheTokenHasNone() {
        enrol(OWED);

        assertThat(fact(TokenEnrolled.class).pin()).isEqualTo(Pin.NONE);
    }

    @Test
    void theTokenOfAnEarlierLogInIsEnrolledAnewWithAnotherSeedWhateverTheLimits() {
        TokenEnrolled before = EnrolledToken.hotp()
                .serial("P")
                .owner(ALICE)
                .rolloutState("verify")
                .info(Map.of("enroll_via_multichallenge", "True"))
                .fact();
        stage.given(before);
        candidates.add("P", "hotp", CandidateTokens.Progress.AWAITED);
        census.number(5);

        enrol(OWED.waitingAs("P"));

        TokenReenrolled fact = fact(TokenReenrolled.class);
        assertThat(fact.serial()).isEqualTo("P");
        assertThat(fact.rolloutState()).isEqualTo("verify");
        assertThat(fact.pin()).isNull();
        assertThat(fact.seed()).isNotEqualTo(before.seed());
        assertThat(fact.seed().key()).isEqualTo(before.seed().key());
        assertThat(fact(ChallengesBegun.class).challenges().get(0).secretData()).isEqualTo(fact.seed());
    }

    @Test
    void whoHasOneMeanwhileGetsNoOther() {
        candidates.add("A", "totp", CandidateTokens.Progress.FINISHED);
        assertThat(enrol(OWED).outcome()).isEqualTo(Decision.Outcome.ENROLLING);

        candidates.add("B", "hotp", CandidateTokens.Progress.FINISHED);
        assertThat(enrol(OWED)).isEqualTo(RIGHT);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whatSomebodyHasBegunHimselfIsATokenLikeAnyOther() {
        candidates.add("A", "hotp", CandidateTokens.Progress.UNFINISHED);

        assertThat(enrol(OWED)).isEqualTo(RIGHT);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void theTermsSayWhatHeIsToldAndWhetherHeMayDoWithout() {
        OwedTokenTerms terms = new OwedTokenTerms(
                "hotp",
                true,
                Map.of(),
                Map.of(),
                TokenQuota.NONE,
                Ruled.of("Scan it, or do not.", List.of("x")),
                Ruled.of(true, List.of("y")),
                List.of());

        EnrolledByLogin enrolled = enrol(OWED.asIn(terms)).enrolled();

        assertThat(enrolled.optional()).isTrue();
        assertThat(enrolled.asked().messages()).containsExactly("Scan it, or do not.");
        assertThat(fact(ChallengesBegun.class).challenges().get(0).session()).isEqualTo("enrollment_optional");
    }

    @Test
    void whereAnotherLogInWasFasterAllIsDecidedAnew() {
        candidates.add("P", "hotp", CandidateTokens.Progress.AWAITED);

        assertThatThrownBy(() -> enrol(OWED)).isInstanceOf(StaleEvidenceException.class);
        assertThatThrownBy(() -> enrol(OWED.waitingAs("Q"))).isInstanceOf(StaleEvidenceException.class);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whereThereAreTooManyTokensNoneIsEnrolledAndNobodyKeptOut() {
        census.number(2);

        assertThat(enrol(OWED)).isEqualTo(RIGHT);
        assertThat(stage.facts()).isEmpty();
        assertThat(census.calls()).containsExactly("[owner/realm1/passwd/1001]", "count");
    }

    private static final class KnownCandidates implements CandidateTokens {

        private final List<Candidate> known = new ArrayList<>();

        void add(String serial, String type, Progress progress) {
            known.add(new Candidate(serial, type, 6, PIN_HASH, ALICE, progress));
        }

        @Override
        public List<Candidate> ofOwner(TokenOwner owner) {
            return List.copyOf(known);
        }

        @Override
        public Optional<Candidate> withSerial(String serial) {
            return Optional.empty();
        }
    }
}
