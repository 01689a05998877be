package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.auth.ChallengeStage.ASKING;
import static org.symbolon.command.auth.ChallengeStage.FIRST_ID;
import static org.symbolon.command.auth.ChallengeStage.TEXT;
import static org.symbolon.command.auth.ChallengeStage.asking;
import static org.symbolon.command.auth.ChallengeStage.begun;
import static org.symbolon.command.auth.ChallengeStage.begunOf;
import static org.symbolon.command.auth.ChallengeStage.hotp;
import static org.symbolon.command.auth.ChallengeStage.question;
import static org.symbolon.command.auth.ChallengeStage.request;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.OtpRejected.Reason;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRevoked;

class ChallengeRequestTest {

    private final ChallengeStage stage = new ChallengeStage();

    @Test
    void thePinAloneBeginsAChallenge() {
        stage.given(hotp("A"));

        Decision decision = stage.when(request(ASKING, "A"));

        assertThat(stage.facts()).containsExactly(new ChallengeRequested("A", 1, null, StateChange.NONE), begun("A"));
        assertThat(decision)
                .isEqualTo(Decision.asking(new Asked(FIRST_ID, List.of(question("A", "hotp", TEXT)), List.of(TEXT))));
        assertThat(decision.accepted()).isFalse();
        assertThat(decision.message()).isEqualTo(TEXT);
    }

    @Test
    void allTokensThatAreAskedShareOneTransactionInTheOrderOfTheirTypes() {
        stage.given(EnrolledToken.totp().serial("A").owner(ALICE).fact(), hotp("B"));

        Decision decision = stage.when(request(ASKING, "A", "B"));

        assertThat(stage.facts())
                .containsExactly(
                        new ChallengeRequested("B", 1, null, StateChange.NONE),
                        new ChallengeRequested("A", 1, null, StateChange.NONE),
                        begun("A", "B"));
        assertThat(decision.asked().questions())
                .containsExactly(question("B", "hotp", TEXT), question("A", "totp", TEXT));
        assertThat(decision.message()).isEqualTo(TEXT + ", " + TEXT);
    }

    @Test
    void theTextMayBeAnotherAndAnotherForSingleTypes() {
        stage.given(EnrolledToken.totp().serial("A").owner(ALICE).fact(), hotp("B"));

        Decision decision = stage.when(
                request(asking("Value?", Map.of("totp", "Now?"), false).terms(), "A", "B"));

        assertThat(decision.asked().messages()).containsExactly("Value?", "Now?");
    }

    @Test
    void theSettingsSayForHowLongItCanBeAnswered() {
        stage.settings().with("HotpChallengeValidityTime", "45");
        stage.given(hotp("A"));

        stage.when(request(ASKING, "A"));

        assertThat(stage.facts())
                .contains(new ChallengesBegun(FIRST_ID, List.of(new BegunChallenge("A", 1, "", "", null, "", 45))));
    }

    @Test
    void aTokenThatIsNotActiveIsNotAsked() {
        stage.given(hotp("A"), hotp("B"), new TokenDisabled("A", 1));

        Decision decision = stage.when(request(ASKING, "A", "B"));

        assertThat(decision.asked().messages()).containsExactly(TEXT);
        assertThat(stage.facts())
                .containsExactly(
                        new ChallengeRequested("A", 1, "Token is disabled", StateChange.NONE),
                        new ChallengeRequested("B", 1, null, StateChange.NONE),
                        begun("B"));
    }

    @Test
    void whereNoTokenIsActiveNobodyIsAsked() {
        stage.given(hotp("A"), new TokenDisabled("A", 1));

        Decision decision = stage.when(request(asking(null, Map.of(), true).terms(), "A"));

        assertThat(decision).isEqualTo(Decision.without("No active challenge response token found"));
        assertThat(stage.facts())
                .containsExactly(new ChallengeRequested("A", 1, "Token is disabled", StateChange.NONE));
    }

    @Test
    void anUnfitTokenSaysWhyAndIsNotAsked() {
        stage.given(hotp("A"), hotp("B"), wrongPin("A", 10));

        Decision decision = stage.when(request(ASKING, "A", "B"));

        assertThat(decision.asked())
                .isEqualTo(new Asked(
                        FIRST_ID, List.of(question("B", "hotp", TEXT)), List.of("Failcounter exceeded", TEXT)));
        assertThat(stage.facts())
                .contains(new ChallengeRequested("A", 1, "Failcounter exceeded", StateChange.NONE), begun("B"));
    }

    @Test
    void whereAllAreUnfitThereIsNoTransaction() {
        stage.given(hotp("A"), wrongPin("A", 10));

        Decision decision = stage.when(request(ASKING, "A"));

        assertThat(decision).isEqualTo(Decision.asking(new Asked(null, List.of(), List.of("Failcounter exceeded"))));
        assertThat(stage.facts())
                .containsExactly(new ChallengeRequested("A", 1, "Failcounter exceeded", StateChange.NONE));
    }

    @Test
    void aFullFailCounterIsForgivenAfterItsTime() {
        stage.settings().with("failcounter_clear_timeout", "10");
        stage.given(
                hotp("A"),
                wrongPin("A", 10),
                new TokenInfoSet("A", 1, Map.of("failcounter_exceeded", "2026-01-01T00:00+0000")));

        stage.when(request(ASKING, "A"));

        assertThat(stage.facts())
                .containsExactly(
                        new FailCounterReset("A", 1),
                        new ChallengeRequested("A", 1, null, StateChange.NONE),
                        begun("A"));
    }

    @Test
    void aChallengeMayCountAsAFailureUntilItIsAnswered() {
        stage.given(hotp("A"), hotp("B"), wrongPin("B", 9));

        Decision decision = stage.when(request(asking(null, Map.of(), true).terms(), "A", "B"));

        assertThat(decision.asked().messages()).containsExactly(TEXT, "Failcounter exceeded");
        assertThat(stage.facts())
                .containsExactly(
                        new FailCounterRaised("A", 1, 1),
                        new FailCounterRaised("B", 1, 10),
                        new FailLimitReached("B", 1),
                        new ChallengeRequested("A", 1, null, StateChange.NONE),
                        new ChallengeRequested("B", 1, "Failcounter exceeded", StateChange.NONE),
                        begun("A"));
    }

    @Test
    void aRightValueOfAnotherTokenWins() {
        stage.given(hotp("A"), hotp("B"));
        Trial right = new Trial("B", Secret.of("755224"), true, PIN_HASH, true);

        Decision decision = stage.when(LogInKit.checking(ALICE, List.of(asking("A"), right), false));

        assertThat(decision).isEqualTo(new Decision(true, "matching 1 tokens", "B", "hotp", 6));
        assertThat(stage.facts()).containsExactly(new OtpAccepted("B", 1, 1, 1, StateChange.counter(1L)));
    }

    @Test
    void aWrongValueOfAnotherTokenIsNotPunished() {
        stage.given(hotp("A"), hotp("B"));
        Trial wrong = new Trial("B", Secret.of("000000"), true, PIN_HASH, true);

        stage.when(LogInKit.checking(ALICE, List.of(asking("A"), wrong), false));

        assertThat(stage.facts()).containsExactly(new ChallengeRequested("A", 1, null, StateChange.NONE), begun("A"));
    }

    @Test
    void rememberedTokensAreNotEnoughToAsk() {
        stage.given(hotp("A"));

        assertThatThrownBy(() -> stage.when(LogInKit.checking(ALICE, List.of(asking("A")), false, true, null, ASKING)))
                .isInstanceOf(StaleEvidenceException.class);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void aQuestionTellsByWhenThePinIsToBeChanged() {
        stage.given(hotp("A"), new TokenInfoSet("A", 1, Map.of("next_pin_change", "2026-01-01T00:00+0000")));

        Decision decision = stage.when(request(ASKING, "A"));

        assertThat(decision.asked().questions().get(0).dates())
                .isEqualTo(new ChangeDates("2026-01-01T00:00+0000", true, null, false));
    }

    @Test
    void anAdministratorAsksEveryTokenThatCanBeAsked() {
        stage.given(
                EnrolledToken.spass().serial("A").owner(ALICE).fact(),
                EnrolledToken.pw("secret").serial("B").owner(ALICE).fact(),
                hotp("C"),
                hotp("D"),
                hotp("E"),
                new TokenRevoked("D", 1),
                new TokenDisabled("E", 1));

        Asked asked = stage.when(new TriggerChallenges(ALICE, List.of("E", "D", "C", "B", "A"), LoginTerms.NONE));

        assertThat(asked)
                .isEqualTo(new Asked(
                        FIRST_ID,
                        List.of(question("C", "hotp", TEXT), question("B", "pw", TEXT)),
                        List.of(TEXT, TEXT)));
        assertThat(stage.facts())
                .containsExactly(
                        new ChallengeRequested("E", 1, "Token is disabled", StateChange.NONE),
                        new ChallengeRequested("C", 1, null, StateChange.NONE),
                        new ChallengeRequested("B", 1, null, StateChange.NONE),
                        new ChallengesBegun(FIRST_ID, List.of(begunOf("B"), begunOf("C"))));
    }

    @Test
    void anAdministratorAsksNobodyWhereThereIsNoToken() {
        assertThat(stage.when(new TriggerChallenges(ALICE, List.of(), LoginTerms.NONE)))
                .isEqualTo(Asked.NOBODY);
        stage.given(hotp("A"), new TokenDisabled("A", 1));
        assertThat(stage.when(new TriggerChallenges(null, List.of("A"), LoginTerms.NONE)))
                .isEqualTo(Asked.NOBODY);
    }

    @Test
    void aTokenThatChangedHandsIsNotAsked() {
        stage.given(hotp("A"));

        for (TriggerChallenges command : List.of(
                new TriggerChallenges(BOB, List.of("A"), LoginTerms.NONE),
                new TriggerChallenges(ALICE, List.of("NOSUCH"), LoginTerms.NONE))) {
            assertThatThrownBy(() -> stage.when(command)).isInstanceOf(StaleEvidenceException.class);
        }
        assertThat(stage.facts()).isEmpty();
    }

    private static OtpRejected wrongPin(String serial, int failCount) {
        return new OtpRejected(serial, 1, Reason.WRONG_PIN, failCount, 0, StateChange.NONE);
    }
}
