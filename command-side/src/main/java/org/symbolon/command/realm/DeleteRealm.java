package org.symbolon.command.realm;

/** Delete a realm. */
public record DeleteRealm(String name) {}
