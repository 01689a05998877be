package org.symbolon.command.user.port;

import java.util.Collection;
import java.util.Map;
import org.symbolon.events.user.UserKey;

/** What is kept of users beside what their resolvers know of them. */
public interface KeptAttributes {

    /** What these users have in a realm; whoever has nothing is left out. What only the server is to know is not among it. */
    Map<UserKey, Map<String, String>> of(int realmId, Collection<String> userIds);

    /** What only the server is to know of a user. */
    Map<String, String> internal(UserKey user);
}
