package org.symbolon.command.policy;

/** Delete a policy. */
public record DeletePolicy(String name) {}
