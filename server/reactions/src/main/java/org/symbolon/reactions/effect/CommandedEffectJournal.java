package org.symbolon.reactions.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.effect.OpenEffect;
import org.symbolon.command.effect.RecordEffectCarriedOut;
import org.symbolon.command.effect.RecordEffectFailure;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.reactions.effect.port.EffectJournal;

/** Writes down by commands what becomes of effects. The audit is told where one of an event handler fails, for no request tells it. */
public final class CommandedEffectJournal implements EffectJournal {

    private static final String ACTOR = "outbox";

    private final CommandSender commands;
    private final Clock clock;
    private final Map<String, OfHandler> ofHandlers = new ConcurrentHashMap<>();

    public CommandedEffectJournal(CommandSender commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked") // as the handler answers
    public Optional<EffectOrder> open(String effectId) {
        Optional<EffectOrder> order = (Optional<EffectOrder>) commands.sendAs(ACTOR, new OpenEffect(effectId));
        order.filter(opened -> opened.settings().containsKey(Effect.HANDLER))
                .ifPresent(opened -> ofHandlers.put(effectId, new OfHandler(opened)));
        return order;
    }

    @Override
    public void carriedOut(String effectId) {
        commands.sendAs(ACTOR, new RecordEffectCarriedOut(effectId));
        ofHandlers.remove(effectId);
    }

    @Override
    @SuppressWarnings("unchecked") // as the handler answers
    public Optional<Instant> failed(String effectId, String reason, boolean permanent) {
        RecordEffectFailure failure = new RecordEffectFailure(effectId, reason, permanent);
        OfHandler of = ofHandlers.get(effectId);
        if (of == null) {
            return (Optional<Instant>) commands.sendAs(ACTOR, failure);
        }
        AtomicReference<Optional<Instant>> next = new AtomicReference<>();
        commands.<Optional<Instant>>sendAuditedAs(ACTOR, failure, answered -> {
            next.set(answered);
            return of.isWorthARow(answered) ? of.row(reason, clock.instant()) : null;
        });
        ofHandlers.remove(effectId);
        return next.get();
    }

    /** What is known of an effect of an event handler while it is tried. */
    private record OfHandler(String handler, String kind, int attempt) {

        OfHandler(EffectOrder order) {
            this(order.settings().get(Effect.HANDLER), order.kind(), order.attempt());
        }

        /** That it fails, and that it is given up; what lies between tells nobody anything new. */
        boolean isWorthARow(Optional<Instant> next) {
            return attempt == 1 || next.isEmpty();
        }

        RequestAnswered row(String reason, Instant now) {
            return new RequestAnswered(
                    "EFFECT " + kind,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "event handler " + handler,
                    reason,
                    null,
                    now,
                    Duration.ZERO,
                    Long.toString(Thread.currentThread().getId()));
        }
    }
}
