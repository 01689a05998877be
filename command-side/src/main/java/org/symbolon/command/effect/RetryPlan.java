package org.symbolon.command.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.shared.Randomness;

/**
 * When an effect that failed is tried again: after five seconds, then after three times as long each time, up to three
 * hours, each pause a fifth longer or shorter by chance. It is given up when a day is over.
 */
final class RetryPlan {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(3);
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int GROWTH = 3;
    private static final double LEAST_SHARE = 0.8;
    private static final double CHANCE_SHARE = 0.4;
    private static final double HIGHEST_BYTE = 255;

    private final Randomness randomness;

    RetryPlan(Randomness randomness) {
        this.randomness = randomness;
    }

    /** When to try again after so many failures; empty if never. */
    Optional<Instant> next(Instant planned, Instant now, int failures) {
        Instant next = now.plus(pause(failures));
        return next.isAfter(planned.plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
    }

    private Duration pause(int failures) {
        Duration pause = FIRST_PAUSE;
        for (int failure = 1; failure < failures && pause.compareTo(LONGEST_PAUSE) < 0; failure++) {
            pause = pause.multipliedBy(GROWTH);
        }
        long millis = Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis());
        double chance = (randomness.bytes(1)[0] & 0xff) / HIGHEST_BYTE;
        return Duration.ofMillis((long) (millis * (LEAST_SHARE + CHANCE_SHARE * chance)));
    }
}
