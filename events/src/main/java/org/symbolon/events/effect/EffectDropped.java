package org.symbolon.events.effect;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** An effect that was given up is not to be tried again: its content is gone. */
@EventName("EffectDropped")
@Revision("1")
public record EffectDropped(String effectId) implements EffectEvent {}
