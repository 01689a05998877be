package org.symbolon.command.auth;

/**
 * Keep a log-in that had success, to accept it again.
 *
 * @param passwordHash the Argon2 hash of all that was typed
 */
public record CacheLogin(String username, String realm, String resolver, String passwordHash) {}
