package org.symbolon.command.realm;

/** Make a realm the default. */
public record ChangeDefaultRealm(String name) {}
