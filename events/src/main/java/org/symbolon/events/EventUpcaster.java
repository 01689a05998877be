package org.symbolon.events;

import java.util.Map;

/** Makes the next revision of one event from the JSON of an older one. It sees that event alone, and is there for ever. */
public interface EventUpcaster {

    /** The name of the event in the store. */
    String event();

    /** The revision that it reads; it writes the next one. */
    int revision();

    Map<String, Object> upcast(Map<String, Object> old);
}
