package org.symbolon.command.realm;

/** Let no realm be the default. */
public record ClearDefaultRealm() {}
