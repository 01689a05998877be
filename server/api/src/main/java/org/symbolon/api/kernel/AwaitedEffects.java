package org.symbolon.api.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.reactions.effect.EffectOutcome;
import org.symbolon.reactions.effect.EffectOutcomes;

/** Waits, after the commit and without a database connection, for what a client is told of. */
@Component
public final class AwaitedEffects {

    private final EffectOutcomes outcomes;
    private final Duration patience;

    public AwaitedEffects(EffectOutcomes outcomes, @Value("${symbolon.effects.wait:30s}") Duration patience) {
        this.outcomes = outcomes;
        this.patience = patience;
    }

    /** Begins to wait: all that is waited for from now on may take as long as one. */
    public Wait begin() {
        return new Wait(System.nanoTime() + patience.toNanos());
    }

    /** For one request. */
    public final class Wait {

        private final long end;

        private Wait(long end) {
            this.end = end;
        }

        /** Whether all of these have happened. */
        public boolean sees(List<String> effectIds) {
            boolean happened = true;
            for (String effectId : effectIds) {
                happened &= outcomes.await(effectId, left()) instanceof EffectOutcome.CarriedOut;
            }
            return happened;
        }

        /** What kept an effect from happening, in words that tell nothing of its content; empty if it has happened. */
        public Optional<String> failureOf(String effectId) {
            EffectOutcome outcome = outcomes.await(effectId, left());
            if (outcome instanceof EffectOutcome.CarriedOut) {
                return Optional.empty();
            }
            return Optional.of(outcome instanceof EffectOutcome.Failed failed ? failed.reason() : "It took too long");
        }

        private Duration left() {
            return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        }
    }
}
