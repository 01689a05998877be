package org.symbolon.server.user;

import java.util.HashMap;
import java.util.Map;

/** A user whom a search has found; his attributes can be added to. */
record FoundUser(String resolver, String userId, boolean editable, Map<String, Object> attributes) {

    static FoundUser of(Map<String, String> attributes, String resolver, boolean editable) {
        return new FoundUser(resolver, attributes.getOrDefault("userid", ""), editable, new HashMap<>(attributes));
    }

    /** As lists show him. */
    Map<String, Object> listed() {
        Map<String, Object> listed = new HashMap<>(attributes);
        listed.put("resolver", resolver);
        listed.put("editable", editable);
        return listed;
    }
}
