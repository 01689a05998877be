package org.symbolon.command.user;

import java.util.HashMap;
import java.util.Map;

/**
 * A user whom a search has found.
 *
 * @param editable whether he can be changed here
 * @param attributes all that is known of him
 */
public record FoundUser(String resolver, boolean editable, Map<String, String> attributes) {

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
        return new FoundUser(resolver, editable, all);
    }
}
