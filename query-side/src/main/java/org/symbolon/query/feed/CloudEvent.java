package org.symbolon.query.feed;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A fact in the form of CloudEvents 1.0 (JSON), as one line. */
public final class CloudEvent {

    /** What stands before the name of an event in its type. */
    public static final String TYPE = "org.symbolon.";

    private static final JsonMapper JSON = new JsonMapper();

    private CloudEvent() {}

    /**
     * The line, without its end.
     *
     * @param source which installation it comes from
     */
    public static String json(PublicFact fact, String source) {
        return JSON.writeValueAsString(of(fact, source));
    }

    private static Map<String, Object> of(PublicFact fact, String source) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", fact.id());
        event.put("source", source);
        event.put("type", TYPE + fact.name());
        event.put("time", fact.time().toString());
        if (!fact.subject().isEmpty()) {
            event.put("subject", fact.subject());
        }
        event.put("position", Long.toString(fact.position()));
        fact.origin().forEach((key, value) -> event.put(key.toLowerCase(Locale.ROOT), value));
        event.put("datacontenttype", "application/json");
        event.put("data", fact.data());
        return event;
    }
}
