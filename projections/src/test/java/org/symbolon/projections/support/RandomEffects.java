package org.symbolon.projections.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.effect.EffectAttemptFailed;
import org.symbolon.events.effect.EffectCarriedOut;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.effect.EffectDropped;
import org.symbolon.events.effect.EffectGivenUp;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.effect.EffectRetried;
import org.symbolon.events.shared.Sealed;

/** Effects that are planned, fail, and end one way or the other. */
final class RandomEffects {

    private final Random random;
    private final List<String> outstanding = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private int planned;

    RandomEffects(Random random) {
        this.random = random;
    }

    Object next() {
        if (!givenUp.isEmpty() && random.nextInt(5) == 0) {
            String effectId = givenUp.remove(random.nextInt(givenUp.size()));
            if (random.nextBoolean()) {
                return new EffectDropped(effectId);
            }
            outstanding.add(effectId);
            return new EffectRetried(effectId);
        }
        if (outstanding.isEmpty() || random.nextInt(3) == 0) {
            return plan();
        }
        int chosen = random.nextInt(outstanding.size());
        String effectId = outstanding.get(chosen);
        if (random.nextInt(3) == 0) {
            return new EffectAttemptFailed(
                    effectId, 1 + random.nextInt(9), "nobody answered", EventStream.timeOf(random.nextInt(3600)));
        }
        outstanding.remove(chosen);
        if (random.nextBoolean()) {
            return new EffectCarriedOut(effectId);
        }
        givenUp.add(effectId);
        return new EffectGivenUp(effectId, random.nextInt(9), "no such recipient");
    }

    private Object plan() {
        String effectId = "effect-" + ++planned;
        outstanding.add(effectId);
        return new EffectPlanned(
                effectId,
                random.nextBoolean() ? "mail" : "sms",
                random.nextBoolean() ? Map.of("server", "intern") : Map.of("server", "intern", "handler", "3"),
                Map.of("body", new Sealed("key-" + planned, "box")),
                random.nextBoolean() ? EffectCause.NONE : new EffectCause("HOTP1", "0123"),
                random.nextBoolean(),
                random.nextBoolean() ? null : EventStream.timeOf(random.nextInt(3600)));
    }
}
