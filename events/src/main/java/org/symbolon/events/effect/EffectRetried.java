package org.symbolon.events.effect;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Somebody wants an effect that failed to be tried again, as if it had just been planned. */
@EventName("EffectRetried")
@Revision("1")
public record EffectRetried(String effectId) implements EffectEvent {}
