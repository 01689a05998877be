package org.symbolon.command.effect;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.effect.EffectAttemptFailed;
import org.symbolon.events.effect.EffectCarriedOut;
import org.symbolon.events.effect.EffectDropped;
import org.symbolon.events.effect.EffectGivenUp;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.effect.EffectRetried;
import org.symbolon.events.shared.Sealed;

/**
 * An effect from the decision that causes it to its end: carried out, or given up. It is an aggregate so that its state is
 * the same for all nodes at once, however far behind the read model is.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class PlannedEffect {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String effectId;
    private String kind;
    private Map<String, String> settings;
    private Map<String, Sealed> content;
    private Instant planned;
    private Instant until;
    private Instant nextAttempt;
    private int failures;
    private boolean awaited;
    private boolean ended;
    private boolean kept;

    /** The identifier under which the events of an effect are stored. */
    public static String idOf(String effectId) {
        return "effect/" + effectId;
    }

    /** What the part of this name is sealed for, of an effect's content. */
    static Binding contentBinding(String effectId, String name) {
        return new Binding(idOf(effectId), SecretPurpose.EFFECT_CONTENT, name);
    }

    static PlannedEffect planned(EffectPlanned fact) {
        PlannedEffect effect = new PlannedEffect();
        apply(fact);
        return effect;
    }

    void carriedOut() {
        apply(new EffectCarriedOut(effectId));
    }

    /** An attempt failed; the next one is due when the plan says so, if it says so at all. */
    void failed(String reason, Optional<Instant> next) {
        if (next.isEmpty()) {
            apply(new EffectGivenUp(effectId, failures + 1, reason));
            return;
        }
        apply(new EffectAttemptFailed(effectId, failures + 1, reason, next.get()));
    }

    void giveUp(String reason) {
        apply(new EffectGivenUp(effectId, failures, reason));
    }

    /** It is to be done after all, with all the patience of the begin. */
    void retry() {
        apply(new EffectRetried(effectId));
    }

    void drop() {
        apply(new EffectDropped(effectId));
    }

    /** Whether it was given up and its content is still there. */
    boolean isKept() {
        return kept;
    }

    /** Whether it has failed, and could be tried again now. */
    boolean canBeRetried() {
        return kept || (!ended && failures > 0);
    }

    /** Whether it is the effect of this event handler. */
    boolean isOf(int handlerId) {
        return Integer.toString(handlerId).equals(settings.get(Effect.HANDLER));
    }

    /** Whether its content outlives its being given up. */
    boolean isToBeKept() {
        return settings.containsKey(Effect.HANDLER);
    }

    boolean hasEnded() {
        return ended;
    }

    boolean isDueAt(Instant now) {
        return !ended && (nextAttempt == null || !nextAttempt.isAfter(now));
    }

    boolean isUselessAt(Instant now) {
        return until != null && !until.isAfter(now);
    }

    /** Whether the first attempt is the only one: somebody is told at once how it went, and goes by that. */
    boolean isTriedOnce() {
        return awaited && !settings.containsKey(Effect.INSISTS);
    }

    int failures() {
        return failures;
    }

    Instant planned() {
        return planned;
    }

    String kind() {
        return kind;
    }

    Map<String, String> settings() {
        return settings;
    }

    Map<String, Sealed> content() {
        return content;
    }

    @EventSourcingHandler
    void on(EffectPlanned event, @Timestamp Instant time) {
        id = idOf(event.effectId());
        effectId = event.effectId();
        kind = event.kind();
        settings = event.settings();
        content = event.content();
        planned = time;
        until = event.until();
        awaited = event.awaited();
    }

    @EventSourcingHandler
    void on(EffectAttemptFailed event) {
        failures = event.attempt();
        nextAttempt = event.nextAttempt();
    }

    @EventSourcingHandler
    void on(EffectCarriedOut event) {
        ended = true;
    }

    @EventSourcingHandler
    void on(EffectGivenUp event) {
        ended = true;
        kept = isToBeKept();
    }

    @EventSourcingHandler
    void on(EffectRetried event, @Timestamp Instant time) {
        ended = false;
        kept = false;
        failures = 0;
        nextAttempt = null;
        planned = time;
    }

    @EventSourcingHandler
    void on(EffectDropped event) {
        kept = false;
    }
}
