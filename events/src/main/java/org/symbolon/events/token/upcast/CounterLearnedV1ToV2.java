package org.symbolon.events.token.upcast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.events.EventUpcaster;

/** Counter and learned entries of a value that was used up, or of two that were found, become one change of the state. */
public final class CounterLearnedV1ToV2 implements EventUpcaster {

    private final String event;

    public CounterLearnedV1ToV2(String event) {
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
        Object counter = made.remove("counter");
        made.put("change", LearnedV1.change(counter, made.remove("learned")));
        return made;
    }
}
