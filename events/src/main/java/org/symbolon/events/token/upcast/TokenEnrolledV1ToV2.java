package org.symbolon.events.token.upcast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.events.EventUpcaster;

/** What the type kept is taken out of the info of an enrolment, or of one anew, and the PIN says what it is. */
public final class TokenEnrolledV1ToV2 implements EventUpcaster {

    private final String event;

    public TokenEnrolledV1ToV2(String event) {
        this.event = event;
    }

    @Override
    public String event() {
        return event;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> old) {
        Map<String, Object> made = new LinkedHashMap<>(old);
        Object pin = made.remove("pinHash");
        if (pin != null) {
            made.put("pin", PinV1.pin(pin));
        }
        Map<String, Object> info = new LinkedHashMap<>();
        Map<String, Object> kept = new LinkedHashMap<>();
        if (old.get("info") instanceof Map<?, ?> entries) {
            entries.forEach(
                    (name, value) -> (LearnedV1.isOfType(name.toString()) ? kept : info).put(name.toString(), value));
        }
        made.put("info", info);
        made.put("state", Map.of("version", 1, "counter", 0, "entries", LearnedV1.entries(kept)));
        return made;
    }
}
