package org.symbolon.command.effect;

/** Forget what an effect of an event handler was to do that was given up. */
public record DropEffect(int handlerId, String effectId) {}
