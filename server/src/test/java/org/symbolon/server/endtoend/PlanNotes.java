package org.symbolon.server.endtoend;

import org.symbolon.command.effect.Effect;

/** Plan so many effects at once. */
record PlanNotes(int count, Effect effect, boolean awaited) {}
