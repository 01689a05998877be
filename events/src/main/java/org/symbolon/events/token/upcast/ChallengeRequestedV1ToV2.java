package org.symbolon.events.token.upcast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.events.EventUpcaster;

/** To ask a challenge changed nothing of a token. */
public final class ChallengeRequestedV1ToV2 implements EventUpcaster {

    @Override
    public String event() {
        return "ChallengeRequested";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> old) {
        Map<String, Object> made = new LinkedHashMap<>(old);
        made.put("change", LearnedV1.change(null, null));
        return made;
    }
}
