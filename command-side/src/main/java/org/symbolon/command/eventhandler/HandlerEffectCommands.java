package org.symbolon.command.eventhandler;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.eventhandler.effect.HandlerEffect;
import org.symbolon.events.effect.EffectCause;

/** What event handlers cause outside. */
public class HandlerEffectCommands {

    private final Effects effects;

    public HandlerEffectCommands(Effects effects) {
        this.effects = effects;
    }

    /** The ids of the effects. */
    @CommandHandler
    public List<String> handle(CauseEffects command) {
        return command.causes().stream()
                .map(caused -> effects.plan(
                        new HandlerEffect(command.handlerId(), caused.effect()),
                        new EffectCause(caused.serial().isEmpty() ? null : caused.serial(), null),
                        null))
                .toList();
    }
}
