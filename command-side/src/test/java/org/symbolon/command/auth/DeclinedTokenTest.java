package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.auth.ChallengeStage.answer;
import static org.symbolon.command.auth.ChallengeStage.answering;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.FakeVault.sealed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.LoginSubject.Declining;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDeleted;

/** Who is to enrol a token on his way in, and does without. */
class DeclinedTokenTest {

    private static final String FAILED = "Failed to cancel enrollment via multichallenge";
    private static final Sealed SEED = sealed("key-of-P", RFC_SEED);

    private final ChallengeStage stage = new ChallengeStage();

    private static Object awaited() {
        return EnrolledToken.hotp()
                .serial("P")
                .owner(ALICE)
                .rolloutState("verify")
                .info(Map.of("enroll_via_multichallenge", "True"))
                .seed(SEED)
                .fact();
    }

    private static BegunChallenge question(String serial, String session) {
        return new BegunChallenge(serial, 1, "", "", SEED, session, 120);
    }

    private static ChallengesBegun optional() {
        return new ChallengesBegun("tx", List.of(question("P", "enrollment_optional")));
    }

    private static LogIn declining(TokenOwner owner) {
        return declining(owner, "tx");
    }

    private static LogIn declining(TokenOwner owner, String transactionId) {
        OwedTokenTerms owed = new OwedTokenTerms("hotp", true, Map.of(), Map.of(), TokenQuota.NONE, List.of());
        LoginTerms terms = LoginTerms.draft().owedToken(owed).terms();
        return new LogIn(new Declining("P", owner), terms, transactionId, List.of(), false, null, Findings.NONE);
    }

    private void assertKeptOut(TokenOwner owner) {
        Decision decision = stage.when(declining(owner));
        assertThat(decision.accepted()).isFalse();
        assertThat(decision.message()).isEqualTo(FAILED);
    }

    @Test
    void heIsInAndTheTokenIsGone() {
        stage.given(awaited(), optional());

        Decision decision = stage.when(declining(ALICE));

        assertThat(decision.accepted()).isTrue();
        assertThat(decision.message()).isEqualTo("Cancelled enrollment via multichallenge");
        assertThat(decision.ground()).isEqualTo(Ground.WITHOUT_ENROLMENT);
        assertThat(decision.remark()).isEqualTo("removed P");
        assertThat(stage.facts()).containsExactly(new ChallengesEnded("tx", List.of("P")), new TokenDeleted("P", 1));
    }

    @Test
    void nobodyDoesWithoutTwice() {
        stage.given(awaited(), optional());
        stage.when(declining(ALICE));

        assertKeptOut(ALICE);
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whoHasAnsweredDoesNotDoWithoutAsWell() {
        stage.given(awaited(), optional());
        assertThat(stage.when(answer("tx", answering("P", "755224"))).accepted())
                .isTrue();

        assertKeptOut(ALICE);
    }

    @Test
    void whoMustHaveTheTokenCannotDoWithout() {
        stage.given(awaited(), new ChallengesBegun("tx", List.of(question("P", "enrollment"))));

        assertKeptOut(ALICE);
        assertThat(stage.facts()).containsExactly(new ChallengeRequested("P", 1, FAILED, StateChange.NONE));
    }

    @Test
    void anOrdinaryChallengeOrOneOfSeveralIsNothingToDoWithout() {
        stage.given(
                awaited(),
                new ChallengesBegun("plain", List.of(question("P", ""))),
                new ChallengesBegun(
                        "several",
                        List.of(question("P", "enrollment_optional"), question("Q", "enrollment_optional"))));

        assertThat(stage.when(declining(ALICE, "plain")).message()).isEqualTo(FAILED);
        assertThat(stage.when(declining(ALICE, "several")).message()).isEqualTo(FAILED);
        assertThat(stage.when(declining(ALICE, "none")).message()).isEqualTo(FAILED);
    }

    @Test
    void itIsTheOwnersAloneAndInTime() {
        stage.given(awaited(), optional());

        assertKeptOut(new TokenOwner("passwd", "2002", "realm1"));
        assertKeptOut(null);
        stage.clock().pass(Duration.ofSeconds(121));
        assertKeptOut(ALICE);
    }

    @Test
    void whatIsFinishedOrNotThereIsNotRemoved() {
        stage.given(optional());
        assertKeptOut(ALICE);

        stage.given(EnrolledToken.hotp().serial("P").owner(ALICE).seed(SEED).fact());
        assertKeptOut(ALICE);
    }
}
