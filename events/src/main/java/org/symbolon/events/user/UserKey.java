package org.symbolon.events.user;

/**
 * A user of a realm: a person whom two realms know is two of them. A realm of the same name that is made anew has another
 * number and so other users.
 *
 * @param userId id inside the resolver
 */
public record UserKey(int realmId, String resolver, String userId) {}
