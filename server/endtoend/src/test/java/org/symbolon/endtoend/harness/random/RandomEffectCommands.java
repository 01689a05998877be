package org.symbolon.endtoend.harness.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.symbolon.command.effect.OpenEffect;
import org.symbolon.command.effect.RecordEffectCarriedOut;
import org.symbolon.command.effect.RecordEffectFailure;

/** What becomes of effects, at random. */
final class RandomEffectCommands {

    private static final int MOST_RECENT = 5;

    private final SplittableRandom random;
    private final Supplier<String> planned;
    private final List<String> recent = new ArrayList<>();

    /** @param planned plans an effect and answers its id */
    RandomEffectCommands(SplittableRandom random, Supplier<String> planned) {
        this.random = random;
        this.planned = planned;
    }

    List<Supplier<Object>> lines() {
        return List.of(
                () -> new OpenEffect(effectId()),
                () -> new RecordEffectCarriedOut(effectId()),
                () -> new RecordEffectFailure(effectId(), "nobody answered", random.nextInt(4) == 0));
    }

    private String effectId() {
        if (recent.isEmpty() || random.nextInt(3) == 0) {
            recent.add(planned.get());
            recent.subList(0, Math.max(0, recent.size() - MOST_RECENT)).clear();
        }
        return recent.get(random.nextInt(recent.size()));
    }
}
