package org.symbolon.events.effect;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * The outside could not be reached, or refused for now.
 *
 * @param attempt how many attempts there were with this one
 */
@EventName("EffectAttemptFailed")
@Revision("1")
public record EffectAttemptFailed(String effectId, int attempt, String reason, Instant nextAttempt)
        implements EffectEvent {}
