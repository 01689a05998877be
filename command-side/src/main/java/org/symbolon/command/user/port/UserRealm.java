package org.symbolon.command.user.port;

import java.util.List;

/**
 * A realm as users are looked for in it.
 *
 * @param resolvers those that exist, in the order in which they are searched
 */
public record UserRealm(int id, String name, List<UserResolver> resolvers) {}
