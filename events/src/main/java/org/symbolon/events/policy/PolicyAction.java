package org.symbolon.events.policy;

/**
 * One thing that a policy decides.
 *
 * @param value null where the bare name says it all
 */
public record PolicyAction(String name, String value) {}
