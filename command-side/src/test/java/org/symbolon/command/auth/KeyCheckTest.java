package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.auth.ChallengeStage.FIRST_ID;
import static org.symbolon.command.auth.ChallengeStage.begun;
import static org.symbolon.command.auth.ChallengeStage.hotp;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LoginSubject.ForAnybody;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.spass.SpassType;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;

/** Answers with the keys of devices; the values of a HOTP token stand for signatures. */
class KeyCheckTest {

    /** Devices that sign with values. */
    private static final class Keys implements TokenType {

        private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of("hotp", "KEYS", "Keys.")
                .with(TypeDescription.Trait.BY_KEY)
                .build();
        private final HotpType values = new HotpType();

        @Override
        public TypeDescription describe() {
            return DESCRIPTION;
        }

        @Override
        public EnrolmentStep enrol(EnrolmentRequest request) {
            return values.enrol(request);
        }

        @Override
        public Judgement judge(TokenView token, Credential credential, Circumstances now) {
            return values.judge(token, credential, now);
        }
    }

    private static final String RIGHT = "755224";
    private static final String NEXT = "287082";

    private final ChallengeStage stage = new ChallengeStage(new TokenTypes(List.of(new Keys(), new SpassType())));
    private final Instant end = stage.clock().instant().plusSeconds(120);

    private static LogIn answer(String signature, TokenOwner owner, ForAnybody challenge) {
        Trial trial = new Trial("A", Secret.of(signature), true, PIN_HASH, false);
        LoginSubject subject = new LoginSubject.Keyed("A", owner, challenge, false);
        return new LogIn(subject, LoginTerms.NONE, FIRST_ID, List.of(trial), false, null, Findings.NONE);
    }

    private LogIn forAnybody(String signature) {
        return answer(signature, ALICE, new ForAnybody("challenge", "", end));
    }

    private void assertRefused(LogIn answer, int code, String message) {
        assertThatThrownBy(() -> stage.when(answer))
                .hasMessage(message)
                .satisfies(refusal -> assertThat(((Refusal) refusal).code()).isEqualTo(code));
    }

    @Test
    void aChallengeForAnybodyCountsUntilItEnds() {
        stage.given(hotp("A"));
        stage.clock().pass(Duration.ofSeconds(110));
        assertThat(stage.when(forAnybody(RIGHT)).ground()).isEqualTo(Ground.KEY);

        stage.clock().pass(Duration.ofSeconds(10));
        assertRefused(forAnybody(NEXT), 403, "The challenge " + FIRST_ID + " has timed out.");
    }

    @Test
    void aChallengeForAnybodyIsAnsweredRightlyOnce() {
        stage.given(hotp("A"));
        assertThat(stage.when(forAnybody("000000")).ground()).isEqualTo(Ground.WRONG_ANSWER);
        assertThat(stage.when(forAnybody(RIGHT)).accepted()).isTrue();

        assertRefused(forAnybody(NEXT), 601, "Challenge with transaction_id " + FIRST_ID + " not found.");
    }

    @Test
    void aWrongAnswerIsAFactAndNoFailure() {
        stage.given(hotp("A"));

        assertThat(stage.when(forAnybody("000000")).message()).isEqualTo("Authentication failed.");

        assertThat(stage.facts())
                .containsExactly(new ChallengeRequested("A", 1, "Authentication failed.", StateChange.NONE));
    }

    @Test
    void aChallengeOfTheTokenEndsWithItsAnswer() {
        stage.given(hotp("A"), begun("A"));

        assertThat(stage.when(answer(RIGHT, ALICE, null)).accepted()).isTrue();

        assertThat(stage.facts())
                .containsExactlyInAnyOrder(
                        new ChallengesEnded(FIRST_ID, List.of("A")),
                        new OtpAccepted("A", 1, 1, 1, StateChange.counter(1L)));
        assertRefused(answer(NEXT, ALICE, null), 601, "Challenge with transaction_id " + FIRST_ID + " not found.");
    }

    @Test
    void aChallengeOfAnotherTokenIsNone() {
        stage.given(hotp("A"), begun("B"));
        assertRefused(answer(RIGHT, ALICE, null), 403, "The challenge " + FIRST_ID + " is not meant for the token A.");
    }

    @Test
    void aChallengeOfTheTokenCountsUntilItEnds() {
        stage.given(hotp("A"), begun("A"));
        stage.clock().pass(Duration.ofMinutes(2));

        assertRefused(answer(RIGHT, ALICE, null), 403, "The challenge " + FIRST_ID + " has timed out.");
    }

    @Test
    void aTokenWithoutAKeyLetsNobodyInThoughAnyValueOfItIsRight() {
        stage.given(EnrolledToken.spass().serial("A").owner(ALICE).fact());

        Decision decision = stage.when(forAnybody(""));

        assertThat(decision.accepted()).isFalse();
        assertThat(decision.message()).isEqualTo("No token found for the given credential ID or transaction ID!");
    }

    @Test
    void whatIsNobodysLetsNobodyIn() {
        stage.given(hotp("A"));

        Decision decision = stage.when(answer(RIGHT, null, new ForAnybody("challenge", "", end)));

        assertThat(decision.ground()).isEqualTo(Ground.WITHOUT_OWNER);
        assertThat(stage.when(forAnybody(RIGHT)).accepted())
                .as("the challenge is not used up")
                .isTrue();
    }
}
