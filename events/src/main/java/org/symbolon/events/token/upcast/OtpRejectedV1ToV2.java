package org.symbolon.events.token.upcast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.events.EventUpcaster;

/** What was learned from a wrong value becomes a change of the state. */
public final class OtpRejectedV1ToV2 implements EventUpcaster {

    @Override
    public String event() {
        return "OtpRejected";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> old) {
        Map<String, Object> made = new LinkedHashMap<>(old);
        made.put("change", LearnedV1.change(null, made.remove("learned")));
        return made;
    }
}
