package org.symbolon.command.auth.brake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.brake.LoginBrake.Outcome;

class BrakeShardTest {

    private static final Instant NOW = Instant.parse("2026-12-02T08:00:00Z");
    private static final BrakeRule RULE =
            new BrakeRule(2, 2, Duration.ofMinutes(30), Duration.ofSeconds(10), Duration.ofMinutes(15));

    private final BrakeShard shard = new BrakeShard(2, Clock.fixed(NOW, ZoneOffset.UTC));

    private Duration begin(String name) {
        return shard.begin(name, RULE);
    }

    private void end(String name, Outcome outcome) {
        shard.end(name, RULE, outcome);
    }

    private void attempt(String name, Outcome outcome) {
        assertThat(begin(name)).isZero();
        end(name, outcome);
    }

    @Test
    void forgetsFirstWhatWasNotAskedAboutForLongest() {
        attempt("alice", Outcome.WRONG);
        attempt("bob", Outcome.WRONG);
        attempt("alice", Outcome.WRONG);
        attempt("carol", Outcome.WRONG);
        assertThat(begin("alice")).isEqualTo(Duration.ofSeconds(10));
        attempt("bob", Outcome.WRONG);
    }

    @Test
    void aFailureCountsOfANameThatWasForgottenMeanwhile() {
        assertThat(begin("alice")).isZero();
        attempt("bob", Outcome.WRONG);
        attempt("carol", Outcome.WRONG);
        end("alice", Outcome.WRONG);
        attempt("alice", Outcome.WRONG);
        assertThat(begin("alice")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aRefusedAttemptIsNotUnderWay() {
        attempt("alice", Outcome.WRONG);
        assertThat(begin("alice")).isZero();
        assertThat(begin("alice")).isEqualTo(Duration.ofSeconds(1));
        end("alice", Outcome.OPEN);
        assertThat(begin("alice")).isZero();
    }
}
