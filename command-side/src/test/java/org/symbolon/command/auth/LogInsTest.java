package org.symbolon.command.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.auth.ChallengeStage.answering;
import static org.symbolon.command.auth.ChallengeStage.asking;
import static org.symbolon.command.auth.ChallengeStage.hotp;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.Decision.Outcome;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LogInCounted;
import org.symbolon.events.auth.LoginLimit;
import org.symbolon.events.auth.LoginLimits;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PassThrough;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.UseTerms;
import org.symbolon.events.auth.UseTerms.Ruling;
import org.symbolon.events.auth.UseTerms.Used;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.OtpAccepted;

/** The order of the rules, and which of them an attempt meets. */
class LogInsTest {

    private static final String RIGHT = "755224";
    private static final Ruled<Boolean> NOBODY_SAYS = Ruled.nothing();

    private final ChallengeStage stage = new ChallengeStage();

    private static LoginTerms within(
            Ruled<Boolean> withoutUser, Ruled<Boolean> withoutToken, Ruled<PassThrough> passThrough) {
        return LoginTerms.draft()
                .layers(new LayerTerms(null, withoutUser, withoutToken, passThrough, Ruled.nothing()))
                .limits(limits(1, 1))
                .terms();
    }

    private static LoginLimits limits(int failures, int successes) {
        return new LoginLimits(
                Ruled.of(new LoginLimit(failures, Duration.ofMinutes(1), "too many failures"), List.of("fail")),
                Ruled.of(new LoginLimit(successes, Duration.ofMinutes(1), "too many successes"), List.of("success")),
                3,
                Duration.ofMinutes(1),
                "alice",
                "realm1");
    }

    private static LogIn logIn(LoginSubject subject, LoginTerms terms, Findings findings, Trial... trials) {
        return new LogIn(subject, terms, null, List.of(trials), false, null, findings);
    }

    private static LoginSubject alice() {
        return new LoginSubject.User("alice", ALICE, "");
    }

    private static Trial trial(String otp) {
        return new Trial("A", Secret.of(otp), true, PIN_HASH, true);
    }

    private Decision tokenless(LoginTerms terms, boolean passwordRight) {
        return stage.when(logIn(alice(), terms, Findings.NONE.tokenless(passwordRight)));
    }

    private Decision withToken(LoginTerms.Draft terms, String otp) {
        return stage.when(logIn(alice(), terms.terms(), Findings.NONE, trial(otp)));
    }

    @Test
    void somebodyUnknownIsLetInWherePoliciesSaySo() {
        Ruled<Boolean> open = Ruled.of(true, List.of("open", "other"));
        LoginTerms terms = LoginTerms.draft()
                .layers(new LayerTerms(null, open, NOBODY_SAYS, Ruled.nothing(), Ruled.nothing()))
                .terms();

        Decision decision = stage.when(logIn(new LoginSubject.Unknown("<x>"), terms, Findings.NONE));

        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.message()).isEqualTo("user does not exist, accepted due to 'open'");
        assertThat(decision.policies()).containsExactly("open", "other");
        assertThat(stage.facts()).isEmpty();
    }

    @Test
    void whoHasNoTokenIsLetInBeforeLimitsAndPasswordsAreLookedAt() {
        LoginTerms terms =
                within(NOBODY_SAYS, Ruled.of(true, List.of("open")), Ruled.of(PassThrough.USER_STORE, List.of("pass")));

        for (int number = 0; number < 3; number++) {
            Decision decision = tokenless(terms, true);
            assertThat(decision.ground()).isEqualTo(Ground.NO_TOKEN);
            assertThat(decision.message()).isEqualTo("user has no token, accepted due to 'open'");
            assertThat(decision.policies()).containsExactly("open");
        }
    }

    @Test
    void thePasswordOfAUserStoreLetsInWhoHasNoToken() {
        LoginTerms terms = within(NOBODY_SAYS, NOBODY_SAYS, Ruled.of(PassThrough.USER_STORE, List.of("pass")));

        Decision right = tokenless(terms, true);
        assertThat(right.ground()).isEqualTo(Ground.PASSWORD);
        assertThat(right.message()).isEqualTo("against userstore due to 'pass'");
        assertThat(right.policies()).containsExactly("fail", "success", "pass");
        assertThat(tokenless(terms, true).message()).isEqualTo("too many successes");
        assertThat(tokenless(terms, false).message()).isEqualTo("The user has no tokens assigned");
    }

    @Test
    void aRadiusServerLetsInWhoHasNoToken() {
        LoginTerms terms = within(NOBODY_SAYS, NOBODY_SAYS, Ruled.of(new PassThrough("far"), List.of("pass")));

        Decision right = tokenless(terms, true);
        assertThat(right.ground()).isEqualTo(Ground.PASSWORD);
        assertThat(right.message()).isEqualTo("against RADIUS server far due to 'pass'");
        assertThat(tokenless(terms, false).message()).isEqualTo("The user has no tokens assigned");
    }

    @Test
    void policiesThatCannotBeFollowedForbidTheLogInWhereTheyMatter() {
        Ruled<Boolean> faulty = Ruled.faulty("conflict", List.of("a"));
        stage.given(hotp("A"));

        assertThat(tokenless(within(NOBODY_SAYS, faulty, Ruled.nothing()), true).denial())
                .isEqualTo(Denial.ofPolicy("conflict"));
        assertThat(tokenless(within(NOBODY_SAYS, NOBODY_SAYS, Ruled.faulty("conflict", List.of())), true)
                        .denial())
                .isEqualTo(Denial.ofPolicy("conflict"));
        assertThat(stage.when(logIn(
                                new LoginSubject.Unknown("<x>"),
                                within(faulty, NOBODY_SAYS, Ruled.nothing()),
                                Findings.NONE))
                        .policies())
                .containsExactly("a");
        LoginTerms.Draft limited = LoginTerms.draft()
                .limits(new LoginLimits(
                        Ruled.faulty("malformed", List.of()), Ruled.nothing(), 0, Duration.ZERO, "alice", "realm1"));
        assertThat(withToken(limited, RIGHT).denial()).isEqualTo(Denial.ofPolicy("malformed"));
        assertThat(stage.facts()).isEmpty();
        assertThat(withToken(
                                LoginTerms.draft()
                                        .layers(new LayerTerms(null, faulty, faulty, Ruled.nothing(), Ruled.nothing())),
                                RIGHT)
                        .accepted())
                .as("with a token they do not matter")
                .isTrue();
    }

    @Test
    void whoIsRightTooOftenIsNotLetInUntilTimeHasPassed() {
        stage.given(hotp("A"));
        List<String> values = List.of("755224", "287082", "359152", "969429");

        assertThat(withToken(LoginTerms.draft().limits(limits(9, 1)), values.get(0))
                        .accepted())
                .isTrue();
        assertThat(stage.facts()).hasAtLeastOneElementOfType(LogInCounted.class);
        Decision second = withToken(LoginTerms.draft().limits(limits(9, 1)), values.get(1));
        assertThat(second.message()).isEqualTo("too many successes");
        assertThat(second.used().serial()).isEqualTo("A");
        assertThat(stage.facts()).hasAtLeastOneElementOfType(OtpAccepted.class);
        stage.clock().pass(Duration.ofSeconds(61));
        assertThat(withToken(LoginTerms.draft().limits(limits(9, 1)), values.get(2))
                        .accepted())
                .isTrue();
    }

    @Test
    void whoIsWrongTooOftenIsNotLetInThoughHeIsRight() {
        stage.given(hotp("A"));
        LoginTerms.Draft terms = LoginTerms.draft().limits(limits(2, 9));

        withToken(terms, "000000");
        assertThat(withToken(terms, "755224").accepted()).isTrue();
        withToken(terms, "000000");
        assertThat(withToken(terms, "287082").message()).isEqualTo("too many failures");
        assertThat(withToken(terms, "000000").message()).isEqualTo("wrong otp value");
    }

    @Test
    void attemptsCountWhateverIsNamedAndHoweverTheNameIsTyped() {
        stage.given(hotp("A"));
        LoginTerms terms = LoginTerms.draft().limits(limits(2, 9)).terms();
        LoginLimits shouted = new LoginLimits(
                terms.limits().failures(), Ruled.nothing(), 3, Duration.ofMinutes(1), "ALICE", "realm1");

        stage.when(logIn(new LoginSubject.OneToken("A", ALICE), terms, Findings.NONE, trial("000000")));
        stage.when(logIn(new LoginSubject.Value("A", null), terms, Findings.NONE, trial("000001")));
        assertThat(withToken(LoginTerms.draft().limits(shouted), "755224").message())
                .isEqualTo("too many failures");
    }

    @Test
    void aPasswordOfAUserStoreCountsAsTokensDo() {
        LoginLimits limits = limits(1, 9);

        assertThat(stage.when(new LogInByPassword(limits, true)).accepted()).isTrue();
        assertThat(stage.when(new LogInByPassword(limits, false)).accepted()).isFalse();
        assertThat(stage.when(new LogInByPassword(limits, true)).message()).isEqualTo("too many failures");
    }

    @Test
    void noMoreIsRememberedThanLimitsWant() {
        LoginTally tally = new LoginTally();
        Instant time = Instant.parse("2026-11-24T12:00:00Z");
        for (int number = 0; number < 5; number++) {
            tally.on(new LogInCounted(
                    "alice", "realm1", time.plusSeconds(number), number % 2 == 0, 2, time.minusSeconds(60)));
        }

        assertThat(tally.successesSince(time)).isEqualTo(2);
        assertThat(tally.failuresSince(time)).isEqualTo(2);
        tally.on(new LogInCounted("alice", "realm1", time.plusSeconds(90), false, 2, time.plusSeconds(80)));
        assertThat(tally.successesSince(time)).isZero();
        assertThat(tally.failuresSince(time)).isEqualTo(1);
    }

    @Test
    void aTokenThatMayNotBeUsedHasBeenUsedAllTheSame() {
        stage.given(hotp("A"));
        List<Used> asked = new ArrayList<>();
        UseTerms forbidding = used -> {
            asked.add(used);
            return new Ruling(Denial.ofPolicy("not this one"), List.of("tokens"));
        };

        Decision decision = withToken(LoginTerms.draft().use(forbidding).limits(limits(9, 9)), RIGHT);

        assertThat(decision.denial()).isEqualTo(Denial.ofPolicy("not this one"));
        assertThat(decision.policies()).containsExactly("fail", "success", "tokens");
        assertThat(asked).containsExactly(new Used("A", "hotp", false));
        assertThat(stage.facts()).hasAtLeastOneElementOfType(OtpAccepted.class).anySatisfy(fact -> assertThat(fact)
                .isInstanceOfSatisfying(LogInCounted.class, counted -> assertThat(counted.success())
                        .isFalse()));
    }

    @Test
    void ofAValueAloneTheTokenThatIsNamedMustBeOneThatMayBeUsed() {
        stage.given(hotp("A"));
        List<Used> asked = new ArrayList<>();
        UseTerms listening = used -> {
            asked.add(used);
            return Ruling.NONE;
        };
        LoginTerms terms = LoginTerms.draft().use(listening).terms();

        stage.when(logIn(new LoginSubject.Value("A", null), terms, Findings.NONE, trial("000000")));

        assertThat(asked).containsExactly(new Used("A", null, true));
    }

    @Test
    void policiesAreNamedOnceTheyHadAnEffect() {
        stage.given(hotp("A"));
        LoginTerms.Draft terms = LoginTerms.draft()
                .challenges(new ChallengeTerms(Set.of("hotp"), null, Map.of(), false, List.of("challenges")))
                .resetsAllTokens(Ruled.of(true, List.of("resets")));

        assertThat(withToken(terms, "000000").policies()).isEmpty();
        assertThat(stage.when(logIn(alice(), terms.terms(), Findings.NONE, ChallengeStage.asking("A")))
                        .policies())
                .containsExactly("challenges");
        assertThat(withToken(terms, RIGHT).policies()).containsExactly("resets");
    }

    @Test
    void whoeverTriggersChallengesIsHeldToTheSame() {
        stage.given(hotp("A"));
        UseTerms forbidding = used -> new Ruling(Denial.ofPolicy("not this one"), List.of("tokens"));

        Decision decision = stage.whenTriggered(new TriggerChallenges(
                ALICE, List.of("A"), asking().use(forbidding).terms()));

        assertThat(decision.asked().questions()).hasSize(1);
        assertThat(decision.denial()).isEqualTo(Denial.ofPolicy("not this one"));
        assertThat(decision.policies()).containsExactly("tokens");
    }

    @Test
    void anAnswerIsNoMatterOfLayers() {
        stage.given(hotp("A"));

        LogIn answer =
                new LogIn(alice(), asking().terms(), "tx", List.of(answering("A", RIGHT)), false, null, Findings.NONE);

        assertThat(stage.when(answer).message()).isEqualTo("wrong otp pin");
    }
}
