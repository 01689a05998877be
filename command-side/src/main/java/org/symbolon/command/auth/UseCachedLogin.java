package org.symbolon.command.auth;

/** Let somebody in because of a cached log-in, if it still fits the terms. */
public record UseCachedLogin(long entry, CacheTerms terms) {}
