package org.symbolon.endtoend.harness.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.symbolon.command.effect.DropEffect;
import org.symbolon.command.effect.DropOldEffects;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.OpenEffect;
import org.symbolon.command.effect.RecordEffectCarriedOut;
import org.symbolon.command.effect.RecordEffectFailure;
import org.symbolon.command.effect.RetryEffect;
import org.symbolon.command.eventhandler.CauseEffects;
import org.symbolon.events.shared.Secret;

/** What becomes of effects, at random. */
final class RandomEffectCommands {

    private static final int MOST_RECENT = 5;
    private static final int HANDLER = 3;

    private final SplittableRandom random;
    private final Supplier<String> planned;
    private final List<String> recent = new ArrayList<>();
    private final List<String> ofHandlers = new ArrayList<>();

    /** What no server carries out, so that all that becomes of it comes from these commands. */
    private record Nobodys() implements Effect {

        @Override
        public String kind() {
            return "unknown";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public Map<String, Secret> content() {
            return Map.of();
        }
    }

    /** @param planned plans an effect and answers its id */
    RandomEffectCommands(SplittableRandom random, Supplier<String> planned) {
        this.random = random;
        this.planned = planned;
    }

    List<Supplier<Object>> lines() {
        return List.of(
                () -> new OpenEffect(effectId()),
                () -> new RecordEffectCarriedOut(effectId()),
                () -> new RecordEffectFailure(effectId(), "nobody answered", random.nextInt(4) == 0),
                () -> new CauseEffects(HANDLER, List.of(new CauseEffects.Caused(new Nobodys(), ""))),
                () -> new RecordEffectFailure(ofHandler(), "nobody answered", random.nextInt(2) == 0),
                () -> new RetryEffect(HANDLER, ofHandler()),
                () -> new DropEffect(HANDLER, ofHandler()),
                () -> new DropOldEffects(random.nextInt(2) * 7));
    }

    /** What came of a command: handlers' effects are known by their ids. */
    void cameOf(Object command, Object result) {
        if (command instanceof CauseEffects) {
            ((List<?>) result).forEach(effectId -> ofHandlers.add((String) effectId));
            ofHandlers.subList(0, Math.max(0, ofHandlers.size() - MOST_RECENT)).clear();
        }
    }

    private String ofHandler() {
        return ofHandlers.isEmpty() ? "none" : ofHandlers.get(random.nextInt(ofHandlers.size()));
    }

    private String effectId() {
        if (recent.isEmpty() || random.nextInt(3) == 0) {
            recent.add(planned.get());
            recent.subList(0, Math.max(0, recent.size() - MOST_RECENT)).clear();
        }
        return recent.get(random.nextInt(recent.size()));
    }
}
