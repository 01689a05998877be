package org.symbolon.command.policy;

/** Bring a policy into use. */
public record EnablePolicy(String name) {}
