package org.symbolon.command.admin;

/** Note another e-mail address of a local administrator; an empty one when none is known any more. */
public record ChangeAdminEmail(String username, String email) {}
