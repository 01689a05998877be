package org.symbolon.command.auth.brake;

import java.time.Duration;
import java.time.Instant;

/** The failures of one account or address of late. A success takes away some of them, and time does. */
final class Guesses {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final BrakeRule rule;
    private double failures;
    private Instant asOf;
    private Instant lastFailure;
    private Duration pause = Duration.ZERO;
    private int underWay;
    private double untold;

    Guesses(BrakeRule rule, Instant now) {
        this.rule = rule;
        this.asOf = now;
        this.lastFailure = Instant.EPOCH;
    }

    /**
     * How long is to be waited before the next attempt; not for a failure that is no reason for a pause, though the clock of the node
     * that tells of it be ahead. Whoever has failed before gets no more attempts at a time than he has
     * failures left, so that nothing is won by making all at once.
     */
    Duration pause(Instant now) {
        age(now);
        Instant end = lastFailure.plus(pause);
        if (!pause.isZero() && now.isBefore(end)) {
            return Duration.between(now, end);
        }
        boolean wouldBeTooMany = failures > 0 && underWay >= Math.max(1, rule.failures() - failures);
        return wouldBeTooMany ? A_MOMENT : Duration.ZERO;
    }

    void begin() {
        underWay++;
    }

    /** One that had begun before all of it was forgotten is none of those under way. */
    void end() {
        underWay = Math.max(0, underWay - 1);
    }

    /** Counts a failure. */
    void fail(Instant now) {
        age(now);
        failures++;
        untold++;
        lastFailure = now;
        pause = rule.pauseAfter(failures);
    }

    void succeed(Instant now) {
        age(now);
        double forgiven = Math.min(failures, rule.forgivenBySuccess());
        failures -= forgiven;
        untold -= forgiven;
        endPauseOfTheForgiven();
    }

    private void endPauseOfTheForgiven() {
        if (Math.ceil(failures) < rule.failures()) {
            pause = Duration.ZERO;
        }
    }

    private void age(Instant now) {
        double passed = Duration.between(asOf, now).toMillis();
        if (passed > 0) {
            failures = Math.max(0, failures - passed / rule.forgivenAfter().toMillis());
            asOf = now;
        }
    }

    /** Whether nothing of it matters any more. */
    boolean isForgotten(Instant now) {
        age(now);
        return failures == 0 && underWay == 0 && untold == 0;
    }

    boolean hasNews() {
        return untold != 0;
    }

    /** What other nodes have not been told yet, which they are now. */
    GuessesNews tell(String name) {
        GuessesNews news = new GuessesNews(name, untold, lastFailure, rule.forgivenAfter());
        untold = 0;
        return news;
    }

    /** Takes over what all nodes know together; what they have not been told yet comes to it. */
    void learn(SharedGuesses known, Instant now) {
        failures = Math.max(0, known.failures() + untold);
        asOf = now;
        if (known.lastFailure().isAfter(lastFailure)) {
            lastFailure = known.lastFailure();
            pause = rule.pauseAfter(failures);
        }
        endPauseOfTheForgiven();
    }
}
