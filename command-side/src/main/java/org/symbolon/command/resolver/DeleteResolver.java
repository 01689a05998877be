package org.symbolon.command.resolver;

/** Delete a resolver that is in no realm. */
public record DeleteResolver(String name) {}
