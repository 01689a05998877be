package org.symbolon.command.effect;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.events.shared.Sealed;

/**
 * With whom command handlers leave what their decision causes outside. It becomes a fact of the same commit: either both
 * happened, or neither.
 */
public class Effects {

    private static final int ID_LENGTH = 16;
    private static final long VERSION_4 = 0x4000L;
    private static final long NO_VERSION = ~0xF000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long NO_VARIANT = 0x3FFFFFFFFFFFFFFFL;

    private final Repository<PlannedEffect> effects;
    private final SecretVault vault;
    private final Randomness randomness;

    public Effects(Repository<PlannedEffect> effects, SecretVault vault, Randomness randomness) {
        this.effects = effects;
        this.vault = vault;
        this.randomness = randomness;
    }

    /**
     * Plans an effect that nobody waits for, and answers its id.
     *
     * @param until when it is of no use any more, null for never
     */
    public String plan(Effect effect, EffectCause cause, Instant until) {
        return plan(effect, cause, until, false);
    }

    /** Plans an effect of which the client of the present request is told how it went, and answers its id. */
    public String planAwaited(Effect effect, EffectCause cause, Instant until) {
        return plan(effect, cause, until, true);
    }

    private String plan(Effect effect, EffectCause cause, Instant until, boolean awaited) {
        String effectId = newId();
        EffectPlanned fact = new EffectPlanned(
                effectId,
                effect.kind(),
                Map.copyOf(effect.settings()),
                sealed(effectId, effect),
                cause,
                awaited,
                until);
        try {
            effects.newInstance(() -> PlannedEffect.planned(fact));
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("An effect could not be planned", unexpected);
        }
        return effectId;
    }

    private Map<String, Sealed> sealed(String effectId, Effect effect) {
        String key = vault.newKey();
        Map<String, Sealed> sealed = new TreeMap<>();
        effect.content()
                .forEach((name, secret) ->
                        sealed.put(name, vault.seal(key, PlannedEffect.contentBinding(effectId, name), secret)));
        return sealed;
    }

    /** A random UUID (RFC 9562, version 4) out of the chance that is handed in. */
    private String newId() {
        ByteBuffer drawn = ByteBuffer.wrap(randomness.bytes(ID_LENGTH));
        long high = (drawn.getLong() & NO_VERSION) | VERSION_4;
        long low = (drawn.getLong() & NO_VARIANT) | VARIANT;
        return new UUID(high, low).toString();
    }
}
