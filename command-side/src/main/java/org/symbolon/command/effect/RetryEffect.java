package org.symbolon.command.effect;

/** Try an effect of an event handler again now that failed, though it may have been given up. */
public record RetryEffect(int handlerId, String effectId) {}
