package org.symbolon.reactions.effect;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.symbolon.command.effect.EffectOrder;

/** What takes the effects of one kind, in whatever way the test wants. */
final class FakeOutside implements Reaction {

    private final String kind;
    private final List<EffectOrder> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer = order -> {};

    FakeOutside(String kind) {
        this.kind = kind;
    }

    interface Answer {

        void to(EffectOrder order) throws EffectFailedException;
    }

    /** An outside that says nothing until it is interrupted. */
    static void hang(EffectOrder order) throws EffectFailedException {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw EffectFailedException.forNow("interrupted");
        }
    }

    FakeOutside answering(Answer wanted) {
        answer = wanted;
        return this;
    }

    /** The ids of the effects that came here, in their order. */
    List<String> ids() {
        return asked.stream().map(EffectOrder::effectId).toList();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void carryOut(EffectOrder order) throws EffectFailedException {
        asked.add(order);
        answer.to(order);
    }
}
