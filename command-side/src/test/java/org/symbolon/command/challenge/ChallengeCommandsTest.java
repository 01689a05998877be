package org.symbolon.command.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Stage;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;

class ChallengeCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:34:44.537Z");

    private final Stage stage = new Stage();
    private final List<Instant> askedFor = new ArrayList<>();
    private boolean anyExpired;

    ChallengeCommandsTest() {
        stage.handler(new ChallengeCommands(
                new Challenges(stage.repository(ChallengeTransaction.class)),
                time -> {
                    askedFor.add(time);
                    return anyExpired;
                },
                stage.store(),
                Clock.fixed(NOW, ZoneOffset.UTC)));
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
    void whatNobodyCanAnswerIsTakenBackAlone() {
        stage.given(new ChallengesBegun("tx", List.of(asked("A"), asked("B"))));

        stage.when(new EndChallenge("tx", "A"));

        assertThat(stage.facts()).containsExactly(new ChallengesEnded("tx", List.of("A")));
    }

    @Test
    void whatHasEndedCannotBeTakenBack() {
        stage.given(new ChallengesBegun("tx", List.of(asked("A"))), new ChallengesEnded("tx", List.of("A")));

        assertThatThrownBy(() -> stage.when(new EndChallenge("tx", "A"))).isInstanceOf(Refusal.class);
        assertThat(stage.facts()).isEmpty();
    }

    private static BegunChallenge asked(String serial) {
        return new BegunChallenge(serial, 1, "", "", null, "", 120);
    }

    @Test
    void nothingHappensWhereNothingHasExpired() {
        assertThat(stage.when(new RemoveExpiredChallenges())).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
    }
}
