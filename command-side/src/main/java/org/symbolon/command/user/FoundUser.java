package org.symbolon.command.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user whom a search has found.
 *
 * @param editable whether he can be changed here
 * @param attributes all that is known of him, one value each
 * @param several all values of what he may have several of
 */
public record FoundUser(
        String resolver, boolean editable, Map<String, String> attributes, Map<String, List<String>> several) {

    public String login() {
        return attributes.getOrDefault("username", "");
    }

    public String userId() {
        return attributes.getOrDefault("userid", "");
    }

    FoundUser with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(attributes);
        all.putAll(more);
        Map<String, List<String>> others = new HashMap<>(several);
        others.keySet().removeAll(more.keySet());
        return new FoundUser(resolver, editable, all, others);
    }
}
