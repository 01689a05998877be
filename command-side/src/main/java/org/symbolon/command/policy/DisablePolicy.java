package org.symbolon.command.policy;

/** Take a policy out of use. */
public record DisablePolicy(String name) {}
