package org.symbolon.endtoend.effect;

import org.symbolon.command.effect.Effect;

/** Plan so many effects at once. */
public record PlanNotes(int count, Effect effect, boolean awaited) {}
