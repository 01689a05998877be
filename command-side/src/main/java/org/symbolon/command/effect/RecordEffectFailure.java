package org.symbolon.command.effect;

/**
 * Note that an attempt failed, and decide whether there is another.
 *
 * @param reason in words that give nothing of the content away
 * @param permanent whether another attempt would fail as well
 */
public record RecordEffectFailure(String effectId, String reason, boolean permanent) {}
