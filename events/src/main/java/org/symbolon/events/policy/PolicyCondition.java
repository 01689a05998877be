package org.symbolon.events.policy;

/**
 * What must be true, beyond whom a policy is for, before it applies.
 *
 * @param section where the value that is compared comes from
 * @param key which of the section's values it is
 * @param active whether the condition is looked at
 */
public record PolicyCondition(String section, String key, String comparator, String value, boolean active) {}
