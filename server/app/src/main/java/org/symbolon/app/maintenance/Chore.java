package org.symbolon.app.maintenance;

/**
 * Something that has to be cleared away now and then.
 *
 * @param what for the log
 * @param command what clears it away, and does nothing if there is none
 */
public record Chore(String what, Object command) {}
