package org.symbolon.command.admin;

/** Remove a local administrator. */
public record RemoveAdmin(String username) {}
