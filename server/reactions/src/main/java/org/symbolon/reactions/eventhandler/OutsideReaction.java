package org.symbolon.reactions.eventhandler;

import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.eventhandler.port.OutsideFailedException;
import org.symbolon.reactions.effect.EffectFailedException;
import org.symbolon.reactions.effect.Reaction;

/** What reactions of event handlers have alike: a failure is one for now or for good as the outside says. */
abstract class OutsideReaction implements Reaction {

    private final String kind;

    OutsideReaction(String kind) {
        this.kind = kind;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final void carryOut(EffectOrder order) throws EffectFailedException {
        try {
            reach(order);
        } catch (OutsideFailedException failure) {
            throw failure.isForGood()
                    ? EffectFailedException.forGood(failure.getMessage())
                    : EffectFailedException.forNow(failure.getMessage());
        }
    }

    abstract void reach(EffectOrder order) throws OutsideFailedException;
}
