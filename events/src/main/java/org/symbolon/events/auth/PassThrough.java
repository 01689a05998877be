package org.symbolon.events.auth;

/**
 * Where the password of somebody is checked who has no token.
 *
 * @param radiusServer the name of a RADIUS server, null for the user's own user store
 */
public record PassThrough(String radiusServer) {

    public static final PassThrough USER_STORE = new PassThrough(null);
}
