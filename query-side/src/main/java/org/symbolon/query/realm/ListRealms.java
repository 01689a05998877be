package org.symbolon.query.realm;

/** Which realms are there, by name? */
public record ListRealms() {}
