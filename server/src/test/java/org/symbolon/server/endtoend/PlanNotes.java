package org.symbolon.server.endtoend;

/** Plan so many effects at once. */
record PlanNotes(int count, Note note, boolean awaited) {}
