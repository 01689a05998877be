package org.symbolon.command.auth.brake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.command.auth.brake.LoginBrake.Outcome;

/**
 * What a brake knows of a share of all names, which are digests, under a lock of its own: whoever logs in does not wait for others who
 * do. The clock is read under that lock, so that no attempt comes before a failure that is known already.
 */
final class BrakeShard {

    private static final Duration FAMILIAR_FOR = Duration.ofDays(30);

    private final Clock clock;
    private final Map<String, Guesses> known;
    private final Map<String, Instant> familiar;
    private final Set<String> untold = new LinkedHashSet<>();

    /**
     * @param mostKnown of how many names it knows at most; of as many at most it knows where they are familiar
     */
    BrakeShard(long mostKnown, Clock clock) {
        this.clock = clock;
        known = bounded(mostKnown);
        familiar = bounded(mostKnown);
    }

    /** Forgets first what was not asked about for longest. */
    private static <T> Map<String, T> bounded(long most) {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether an account was logged in to from an address of late. */
    synchronized boolean isFamiliar(String pair) {
        Instant since = familiar.get(pair);
        return since != null && clock.instant().isBefore(since.plus(FAMILIAR_FOR));
    }

    synchronized void makeFamiliar(String pair) {
        familiar.put(pair, clock.instant());
    }

    /** Begins an attempt unless a pause is due, and answers how long that is. */
    synchronized Duration begin(String name, BrakeRule rule) {
        Instant now = clock.instant();
        Guesses guesses = of(name, rule, now);
        Duration pause = guesses.pause(now);
        if (pause.isZero()) {
            guesses.begin();
        }
        return pause;
    }

    /** Ends an attempt that has begun. A name that was forgotten meanwhile is known anew. */
    synchronized void end(String name, BrakeRule rule, Outcome outcome) {
        Instant now = clock.instant();
        Guesses guesses = of(name, rule, now);
        guesses.end();
        switch (outcome) {
            case WRONG -> guesses.fail(now);
            case RIGHT -> guesses.succeed(now);
            case OPEN -> {}
        }
        if (guesses.hasNews()) {
            untold.add(name);
        }
        if (guesses.isForgotten(now)) {
            known.remove(name);
        }
    }

    private Guesses of(String name, BrakeRule rule, Instant now) {
        return known.computeIfAbsent(name, fresh -> new Guesses(rule, now));
    }

    /** What other nodes have not been told yet, which they are now. */
    synchronized List<GuessesNews> tell() {
        List<GuessesNews> news = untold.stream()
                .filter(known::containsKey)
                .map(name -> known.get(name).tell(name))
                .toList();
        untold.clear();
        return news;
    }

    /** Takes over what all nodes know together. */
    synchronized void learn(SharedGuesses shared, BrakeRule rule) {
        Instant now = clock.instant();
        of(shared.name(), rule, now).learn(shared, now);
    }
}
