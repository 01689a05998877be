package org.symbolon.reactions.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells a request how the first attempt of the effect went that its command planned. It is known on the node that committed
 * the command, which carries it out at once; waiting holds a thread, and no database connection.
 */
public final class EffectOutcomes {

    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Map<String, Expected> expected = new ConcurrentHashMap<>();
    private final Clock clock;

    public EffectOutcomes(Clock clock) {
        this.clock = clock;
    }

    private record Expected(CompletableFuture<EffectOutcome> outcome, Instant since) {}

    /** Waits for an effect that was planned as one to be awaited; to be called once, after the commit. */
    public EffectOutcome await(String effectId, Duration patience) {
        Expected wanted = expected.get(effectId);
        if (wanted == null) {
            return new EffectOutcome.NotInTime();
        }
        try {
            return wanted.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new EffectOutcome.NotInTime();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new EffectOutcome.NotInTime();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("An outcome is never a failure", impossible);
        } finally {
            expected.remove(effectId);
        }
    }

    void expect(String effectId) {
        expected.put(effectId, new Expected(new CompletableFuture<>(), clock.instant()));
    }

    void tell(String effectId, EffectOutcome outcome) {
        Expected waiting = expected.get(effectId);
        if (waiting != null) {
            waiting.outcome().complete(outcome);
        }
    }

    /** For requests that failed after their commit, and so will never ask. */
    void forgetOld() {
        Instant old = clock.instant().minus(KEPT);
        expected.values().removeIf(waiting -> waiting.since().isBefore(old));
    }
}
