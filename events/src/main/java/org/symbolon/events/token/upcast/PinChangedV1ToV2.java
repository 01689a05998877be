package org.symbolon.events.token.upcast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.events.EventUpcaster;

/** A PIN that was one text says what it is. */
public final class PinChangedV1ToV2 implements EventUpcaster {

    @Override
    public String event() {
        return "PinChanged";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Map<String, Object> upcast(Map<String, Object> old) {
        Map<String, Object> made = new LinkedHashMap<>(old);
        made.put("pin", PinV1.pin(made.remove("pinHash")));
        return made;
    }
}
