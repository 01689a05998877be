package org.symbolon.query.user;

/** Which recovery codes may a user still bring? */
public record ListPasswordResets(String username, String realm) {}
