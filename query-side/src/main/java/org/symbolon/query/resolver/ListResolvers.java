package org.symbolon.query.resolver;

/** Which resolvers are there, by name? Secrets are still sealed in the answer. */
public record ListResolvers() {}
