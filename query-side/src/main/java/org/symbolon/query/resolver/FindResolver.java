package org.symbolon.query.resolver;

/** How is the resolver with exactly this name configured? */
public record FindResolver(String name) {}
