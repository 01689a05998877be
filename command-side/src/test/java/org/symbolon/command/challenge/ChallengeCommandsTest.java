package org.symbolon.command.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Stage;
import org.symbolon.events.challenge.ExpiredChallengesRemoved;

class ChallengeCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:34:44.537Z");

    private final Stage stage = new Stage();
    private final List<Instant> askedFor = new ArrayList<>();
    private boolean anyExpired;

    ChallengeCommandsTest() {
        stage.handler(new ChallengeCommands(
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
    void nothingHappensWhereNothingHasExpired() {
        assertThat(stage.when(new RemoveExpiredChallenges())).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
    }
}
