package org.symbolon.events.shared;

/**
 * Whom a token belongs to. The user id is the resolver's own and survives a rename of the login.
 *
 * @param resolver name of the resolver that knows the user
 * @param userId id inside that resolver
 * @param realm realm in which the token was assigned
 */
public record TokenOwner(String resolver, String userId, String realm) {}
