package org.symbolon.command.effect;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.effect.port.KeptEffects;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;

/** What people do about effects of event handlers that failed. What was given up is kept for a while, so that its cause can be mended. */
public class KeptEffectCommands {

    private final Existing<PlannedEffect> retriable;
    private final Existing<PlannedEffect> kept;
    private final KeptEffects known;
    private final SecretVault vault;
    private final Clock clock;

    public KeptEffectCommands(Repository<PlannedEffect> effects, KeptEffects known, SecretVault vault, Clock clock) {
        this.retriable = new Existing<>(effects, PlannedEffect::canBeRetried, "effect");
        this.kept = new Existing<>(effects, PlannedEffect::isKept, "effect");
        this.known = known;
        this.vault = vault;
        this.clock = clock;
    }

    @CommandHandler
    public void handle(RetryEffect command) {
        ofHandler(retriable, command.handlerId(), command.effectId()).execute(PlannedEffect::retry);
    }

    @CommandHandler
    public void handle(DropEffect command) {
        drop(ofHandler(kept, command.handlerId(), command.effectId()));
    }

    /** How many were dropped. */
    @CommandHandler
    public int handle(DropOldEffects command) {
        List<String> old = known.givenUpBefore(clock.instant().minus(Duration.ofDays(command.days())));
        old.forEach(effectId -> kept.find(PlannedEffect.idOf(effectId)).ifPresent(this::drop));
        return old.size();
    }

    private void drop(Aggregate<PlannedEffect> effect) {
        effect.execute(PlannedEffect::drop);
        EffectCommands.erase(effect, vault);
    }

    private static Aggregate<PlannedEffect> ofHandler(Existing<PlannedEffect> there, int handlerId, String effectId) {
        return there.find(PlannedEffect.idOf(effectId))
                .filter(effect -> effect.invoke(it -> it.isOf(handlerId)))
                .orElseThrow(there::notFound);
    }
}
