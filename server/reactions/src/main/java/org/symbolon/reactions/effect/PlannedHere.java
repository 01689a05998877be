package org.symbolon.reactions.effect;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.reactions.effect.port.EffectLeases;

/**
 * Has an effect carried out by the node that planned it, as soon as it is committed: the lease is part of the same commit,
 * so that no other node is faster. It hears only what is being appended here, never what is replayed.
 */
@ProcessingGroup("effects")
public class PlannedHere {

    private final Outbox outbox;
    private final EffectLeases leases;

    public PlannedHere(Outbox outbox, EffectLeases leases) {
        this.outbox = outbox;
        this.leases = leases;
    }

    @EventHandler
    void on(EffectPlanned event, UnitOfWork<?> unitOfWork) {
        if (!outbox.takes(event.kind())) {
            return;
        }
        leases.takeWithin(event.effectId());
        unitOfWork.root().afterCommit(committed -> outbox.begin(event.effectId(), event.kind(), event.awaited()));
    }
}
