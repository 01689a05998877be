package org.symbolon.api.configuration;

/**
 * One field that a change makes, changes or takes away.
 *
 * @param before as text, null where there was none; a secret is masked
 * @param after as text, null where there is none any more; a secret is masked
 */
public record FieldChange(String field, String before, String after) {}
