package org.symbolon.command.admin;

/** Add a local administrator; one of that name gets the new password. The email is empty when none is known. */
public record AddAdmin(String username, String passwordHash, String email) {}
