package org.symbolon.command.resolver.port;

/**
 * A user as his store knows him.
 *
 * @param login his name; of several that he can log in with, the main one
 * @param userId a text that survives a rename
 */
public record StoredUser(String login, String userId) {}
