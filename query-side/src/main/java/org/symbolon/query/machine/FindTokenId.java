package org.symbolon.query.machine;

/** What number does the token with exactly this serial have? */
public record FindTokenId(String serial) {}
