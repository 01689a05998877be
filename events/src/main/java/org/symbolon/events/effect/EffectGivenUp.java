package org.symbolon.events.effect;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * An effect will never be carried out; nobody can read its content any more.
 *
 * @param attempts how many there were
 */
@EventName("EffectGivenUp")
@Revision("1")
public record EffectGivenUp(String effectId, int attempts, String reason) implements EffectEvent {}
