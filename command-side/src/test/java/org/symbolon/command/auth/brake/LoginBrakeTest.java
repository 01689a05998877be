package org.symbolon.command.auth.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.brake.LoginBrake.Attempt;
import org.symbolon.command.auth.brake.LoginBrake.Outcome;
import org.symbolon.command.error.Refusal;

class LoginBrakeTest {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final BrakeRule OF_ACCOUNTS =
            new BrakeRule(3, 3, Duration.ofMinutes(30), Duration.ofSeconds(10), LONGEST);
    private static final BrakeRule OF_ADDRESSES =
            new BrakeRule(6, 2, Duration.ofMinutes(1), Duration.ofSeconds(1), LONGEST);

    /** Stands still until it is moved on. */
    private static final class StillClock extends Clock {

        private Instant now = Instant.parse("2026-11-30T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final StillClock clock = new StillClock();
    private final LoginBrake brake = new LoginBrake(OF_ACCOUNTS, OF_ADDRESSES, clock);

    private static void attempt(LoginBrake at, String account, String address, Outcome outcome) {
        try (Attempt attempt = at.begin(account, address)) {
            attempt.ended(outcome);
        }
    }

    private void attempt(String account, String address, Outcome outcome) {
        attempt(brake, account, address, outcome);
    }

    private void wrong(int times, String account, String address) {
        IntStream.range(0, times).forEach(time -> attempt(account, address, Outcome.WRONG));
    }

    private void assertPaused(String account, String address, String seconds) {
        assertThatThrownBy(() -> brake.begin(account, address))
                .isInstanceOf(Refusal.class)
                .hasMessage("Too many failed attempts. Try again in " + seconds + " seconds.");
    }

    @Test
    void whoeverFailsTooOftenAtAnAccountHasToPauseFromWhereverHeComes() {
        wrong(2, "alice", "192.0.2.1");
        attempt("alice", "192.0.2.2", Outcome.WRONG);
        assertPaused("alice", "192.0.2.3", "11");
        attempt("bob", "192.0.2.1", Outcome.RIGHT);
        assertThat(brake.refused()).isEqualTo(1);
    }

    @Test
    void eachFurtherFailureDoublesThePauseUpToTheLongest() {
        wrong(3, "alice", "");
        for (int seconds : List.of(10, 20, 40, 80, 160, 320, 640, 900, 900)) {
            clock.pass(Duration.ofSeconds(seconds - 1));
            assertPaused("alice", "", "2");
            clock.pass(Duration.ofSeconds(1));
            attempt("alice", "", Outcome.WRONG);
        }
    }

    @Test
    void aSuccessAfterThePauseEndsIt() {
        wrong(3, "alice", "");
        clock.pass(Duration.ofSeconds(10));
        attempt("alice", "", Outcome.RIGHT);
        wrong(2, "alice", "");
        attempt("alice", "", Outcome.RIGHT);
    }

    @Test
    void timeForgives() {
        wrong(2, "alice", "");
        clock.pass(Duration.ofHours(1));
        wrong(2, "alice", "");
        attempt("alice", "", Outcome.OPEN);
    }

    @Test
    void onlyOneTriesAfterAPause() {
        wrong(3, "alice", "");
        clock.pass(Duration.ofSeconds(10));
        Attempt first = brake.begin("alice", "");
        assertPaused("alice", "", "2");
        first.close();
        brake.begin("alice", "").close();
    }

    @Test
    void nothingIsWonByAttemptsAtTheSameTime() {
        attempt("alice", "", Outcome.WRONG);
        List<Attempt> underWay = new ArrayList<>();
        underWay.add(brake.begin("alice", ""));
        underWay.add(brake.begin("alice", ""));
        assertPaused("alice", "", "2");
        underWay.forEach(Attempt::close);
    }

    @Test
    void whoHasNeverFailedMayComeAsOftenAtATimeAsHeLikes() {
        List<Attempt> underWay = IntStream.range(0, 100)
                .mapToObj(number -> brake.begin("monitoring", ""))
                .toList();
        underWay.forEach(Attempt::close);
    }

    @Test
    void whoeverFailsAtTheSameTimeAsOthersDoesNotPauseForTheirs() throws InterruptedException {
        BrakeRule lenient = new BrakeRule(100_000, 0, Duration.ofDays(1), Duration.ofSeconds(10), LONGEST);
        LoginBrake shared = new LoginBrake(lenient, lenient, Clock.systemUTC());
        ExecutorService many = Executors.newFixedThreadPool(8);
        IntStream.range(0, 20_000).forEach(time -> many.execute(() -> attempt(shared, "alice", "", Outcome.WRONG)));
        many.shutdown();
        assertThat(many.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shared.refused()).isZero();
        assertThat(shared.tell()).singleElement().satisfies(one -> assertThat(one.more())
                .isEqualTo(20_000));
    }

    @Test
    void anAddressThatFailsAtManyAccountsHasToPause() {
        IntStream.range(0, 6).forEach(number -> wrong(1, "user" + number, "192.0.2.1"));
        assertPaused("user9", "192.0.2.1", "2");
        attempt("user9", "192.0.2.2", Outcome.RIGHT);
    }

    @Test
    void anAddressWhosePeopleAreRightMoreOftenThanWrongNeverHasTo() {
        for (int number = 0; number < 100; number++) {
            attempt("user" + number, "192.0.2.1", Outcome.WRONG);
            attempt("other" + number, "192.0.2.1", Outcome.RIGHT);
        }
    }

    @Test
    void nobodyIsKeptOutFromWhereHeHasLoggedInBefore() {
        attempt("alice", "192.0.2.1", Outcome.RIGHT);
        wrong(3, "alice", "198.51.100.7");
        IntStream.range(0, 6).forEach(number -> wrong(1, "user" + number, "192.0.2.1"));
        attempt("alice", "192.0.2.1", Outcome.RIGHT);
        wrong(3, "alice", "192.0.2.1");
        assertPaused("alice", "192.0.2.1", "11");
    }

    @Test
    void aFamiliarPlaceIsForgottenAfterAMonth() {
        attempt("alice", "192.0.2.1", Outcome.RIGHT);
        clock.pass(Duration.ofDays(31));
        wrong(3, "alice", "198.51.100.7");
        assertPaused("alice", "192.0.2.1", "11");
    }

    @Test
    void aNodeLearnsWhatOthersKnow() {
        wrong(3, "alice", "");
        LoginBrake other = new LoginBrake(OF_ACCOUNTS, OF_ADDRESSES, clock);
        List<GuessesNews> news = brake.tell();
        assertThat(news).singleElement().satisfies(one -> {
            assertThat(one.more()).isEqualTo(3);
            assertThat(one.name()).doesNotContain("alice");
        });
        assertThat(brake.tell()).isEmpty();
        GuessesNews one = news.get(0);

        other.learn(List.of(new SharedGuesses(one.name(), 3, one.lastFailure())));
        assertThatThrownBy(() -> other.begin("alice", "")).isInstanceOf(Refusal.class);
        clock.pass(Duration.ofSeconds(10));
        attempt(other, "alice", "", Outcome.RIGHT);
        assertThat(other.tell()).singleElement().satisfies(back -> assertThat(back.more())
                .isNegative());
    }

    @Test
    void aNodeWhoseClockIsAheadKeepsNobodyOut() {
        LoginBrake other = new LoginBrake(OF_ACCOUNTS, OF_ADDRESSES, clock);
        attempt(other, "alice", "", Outcome.WRONG);
        GuessesNews news = other.tell().get(0);
        Instant ahead = news.lastFailure().plusSeconds(5);
        brake.learn(List.of(new SharedGuesses(news.name(), 1, ahead)));
        attempt("alice", "", Outcome.RIGHT);
    }

    @Test
    void aBrakeCanBeOff() {
        BrakeRule off = new BrakeRule(0, 0, LONGEST, LONGEST, LONGEST);
        LoginBrake none = new LoginBrake(off, off, Clock.systemUTC());
        IntStream.range(0, 1000).forEach(number -> attempt(none, "alice", "192.0.2.1", Outcome.WRONG));
    }

    @Test
    void malformedRulesAreRefused() {
        assertThatThrownBy(() -> new BrakeRule(-1, 0, LONGEST, LONGEST, LONGEST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BrakeRule(1, 0, LONGEST, Duration.ZERO, LONGEST))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
