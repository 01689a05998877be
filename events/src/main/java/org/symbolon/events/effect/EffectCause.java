package org.symbolon.events.effect;

/**
 * What an effect came from.
 *
 * @param serial of the token that it is about, null for none
 * @param transactionId of the challenge that it is about, null for none
 */
public record EffectCause(String serial, String transactionId) {

    public static final EffectCause NONE = new EffectCause(null, null);
}
