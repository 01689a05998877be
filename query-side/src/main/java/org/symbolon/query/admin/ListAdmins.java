package org.symbolon.query.admin;

/** Which local administrators are there? */
public record ListAdmins() {}
