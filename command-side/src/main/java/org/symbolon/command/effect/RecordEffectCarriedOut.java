package org.symbolon.command.effect;

/** Note that the outside took it, and make its content unreadable. */
public record RecordEffectCarriedOut(String effectId) {}
