package org.symbolon.query.admin;

/** What is known of the local administrator with this name? */
public record FindAdmin(String username) {}
