package org.symbolon.command.effect;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** What becomes of planned effects. All of it may come twice: what has ended stays as it ended. */
public class EffectCommands {

    private static final String USELESS = "it came too late to be of use";
    private static final String UNREADABLE = "its content was erased, or is not its own";

    private final Existing<PlannedEffect> effects;
    private final SecretVault vault;
    private final RetryPlan plan;
    private final Clock clock;

    public EffectCommands(Repository<PlannedEffect> effects, SecretVault vault, Randomness randomness, Clock clock) {
        this.effects = new Existing<>(effects, effect -> !effect.hasEnded(), "Effect");
        this.vault = vault;
        this.plan = new RetryPlan(randomness);
        this.clock = clock;
    }

    @CommandHandler
    public Optional<EffectOrder> handle(OpenEffect command) {
        Instant now = clock.instant();
        return find(command.effectId())
                .filter(effect -> effect.invoke(it -> it.isDueAt(now)))
                .flatMap(effect -> opened(command.effectId(), effect, now));
    }

    private Optional<EffectOrder> opened(String effectId, Aggregate<PlannedEffect> effect, Instant now) {
        if (effect.invoke(it -> it.isUselessAt(now))) {
            giveUp(effect, USELESS);
            return Optional.empty();
        }
        Map<Binding, Sealed> sealed = new HashMap<>();
        effect.invoke(PlannedEffect::content)
                .forEach((name, box) -> sealed.put(PlannedEffect.contentBinding(effectId, name), box));
        Map<Binding, Secret> secrets = vault.unsealAll(sealed);
        if (!secrets.keySet().equals(sealed.keySet())) {
            giveUp(effect, UNREADABLE);
            return Optional.empty();
        }
        Map<String, Secret> content = new TreeMap<>();
        secrets.forEach((binding, secret) -> content.put(binding.name(), secret));
        return Optional.of(
                effect.invoke(it -> new EffectOrder(effectId, it.kind(), it.settings(), content, it.failures() + 1)));
    }

    @CommandHandler
    public void handle(RecordEffectCarriedOut command) {
        find(command.effectId()).ifPresent(effect -> {
            effect.execute(PlannedEffect::carriedOut);
            erase(effect);
        });
    }

    /** Answers when the next attempt is due; empty if it was given up. */
    @CommandHandler
    public Optional<Instant> handle(RecordEffectFailure command) {
        Optional<Aggregate<PlannedEffect>> found = find(command.effectId());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Aggregate<PlannedEffect> effect = found.get();
        boolean last = command.permanent() || effect.<Boolean>invoke(PlannedEffect::isTriedOnce);
        Optional<Instant> next = last ? Optional.empty() : next(effect);
        effect.execute(it -> it.failed(shortened(command.reason()), next));
        if (next.isEmpty()) {
            eraseUnlessKept(effect);
        }
        return next;
    }

    private Optional<Instant> next(Aggregate<PlannedEffect> effect) {
        return effect.invoke(it ->
                plan.next(it.planned(), clock.instant(), it.failures() + 1).filter(next -> !it.isUselessAt(next)));
    }

    private Optional<Aggregate<PlannedEffect>> find(String effectId) {
        return effects.find(PlannedEffect.idOf(effectId));
    }

    private void giveUp(Aggregate<PlannedEffect> effect, String reason) {
        effect.execute(it -> it.giveUp(reason));
        eraseUnlessKept(effect);
    }

    private void eraseUnlessKept(Aggregate<PlannedEffect> effect) {
        if (!effect.<Boolean>invoke(PlannedEffect::isKept)) {
            erase(effect);
        }
    }

    private void erase(Aggregate<PlannedEffect> effect) {
        erase(effect, vault);
    }

    static void erase(Aggregate<PlannedEffect> effect, SecretVault vault) {
        effect.invoke(PlannedEffect::content).values().stream()
                .map(Sealed::key)
                .distinct()
                .forEach(vault::forget);
    }

    private static String shortened(String reason) {
        int characters = Math.min(Limits.TEXT, reason.codePointCount(0, reason.length()));
        return reason.substring(0, reason.offsetByCodePoints(0, characters));
    }
}
