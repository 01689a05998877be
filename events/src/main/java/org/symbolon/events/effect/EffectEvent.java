package org.symbolon.events.effect;

/** What can happen to something that a decision causes outside. */
public sealed interface EffectEvent
        permits EffectPlanned, EffectCarriedOut, EffectAttemptFailed, EffectGivenUp, EffectRetried, EffectDropped {

    String effectId();
}
