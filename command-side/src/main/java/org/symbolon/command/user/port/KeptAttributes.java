package org.symbolon.command.user.port;

import java.util.Collection;
import java.util.Map;
import org.symbolon.events.user.UserKey;

/** What is kept of users beside what their resolvers know of them. */
@FunctionalInterface
public interface KeptAttributes {

    /** What these users have in a realm; whoever has nothing is left out. */
    Map<UserKey, Map<String, String>> of(int realmId, Collection<String> userIds);
}
