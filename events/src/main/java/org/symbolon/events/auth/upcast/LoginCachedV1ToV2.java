package org.symbolon.events.auth.upcast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.events.EventUpcaster;

/** Whose log-in it is was kept by name alone, so that his tokens could not end it: it lets nobody in any more. */
public final class LoginCachedV1ToV2 implements EventUpcaster {

    @Override
    public String event() {
        return "LoginCached";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> old) {
        Map<String, Object> made = new LinkedHashMap<>(old);
        made.put("userId", "");
        return made;
    }
}
