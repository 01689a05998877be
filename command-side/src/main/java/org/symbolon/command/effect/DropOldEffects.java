package org.symbolon.command.effect;

/** Forget what effects were to do that were given up this many days ago, and that nobody wants to be tried again. */
public record DropOldEffects(int days) {}
