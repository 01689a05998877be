package org.symbolon.command.admin;

/** Add a local administrator. The email is empty when none is known. */
public record AddAdmin(String username, String passwordHash, String email) {}
