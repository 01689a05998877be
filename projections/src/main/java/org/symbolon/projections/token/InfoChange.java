package org.symbolon.projections.token;

/**
 * One entry of a token's info that an event writes or removes.
 *
 * @param key name of the entry
 * @param value its new text, null if it is removed
 * @param type {@code password} where the value is not to be seen, otherwise empty
 * @param ordinal its place among all entries that the event changes
 */
record InfoChange(String key, String value, String type, int ordinal) {}
