package org.symbolon.command.admin;

/** Give a local administrator another password. */
public record ChangeAdminPassword(String username, String passwordHash) {}
