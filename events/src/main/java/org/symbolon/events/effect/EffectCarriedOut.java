package org.symbolon.events.effect;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The outside took what it was handed; nobody can read that any more. */
@EventName("EffectCarriedOut")
@Revision("1")
public record EffectCarriedOut(String effectId) implements EffectEvent {}
