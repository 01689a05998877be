package org.symbolon.reactions.effect;

import java.time.Instant;
import java.util.Optional;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.effect.OpenEffect;
import org.symbolon.command.effect.RecordEffectCarriedOut;
import org.symbolon.command.effect.RecordEffectFailure;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.reactions.effect.port.EffectJournal;

/** Writes down by commands what becomes of effects. */
public final class CommandedEffectJournal implements EffectJournal {

    private static final String ACTOR = "outbox";

    private final CommandSender commands;

    public CommandedEffectJournal(CommandSender commands) {
        this.commands = commands;
    }

    @Override
    @SuppressWarnings("unchecked") // as the handler answers
    public Optional<EffectOrder> open(String effectId) {
        return (Optional<EffectOrder>) commands.sendAs(ACTOR, new OpenEffect(effectId));
    }

    @Override
    public void carriedOut(String effectId) {
        commands.sendAs(ACTOR, new RecordEffectCarriedOut(effectId));
    }

    @Override
    @SuppressWarnings("unchecked") // as the handler answers
    public Optional<Instant> failed(String effectId, String reason, boolean permanent) {
        return (Optional<Instant>) commands.sendAs(ACTOR, new RecordEffectFailure(effectId, reason, permanent));
    }
}
