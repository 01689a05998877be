package org.symbolon.server.http;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.symbolon.query.history.HistoryEntry;

/** Puts entries of a history into JSON. */
public final class HistoryJson {

    private HistoryJson() {}

    /** Who did what, when and from where. */
    public static Map<String, Object> of(HistoryEntry entry) {
        Map<String, Object> json = new HashMap<>();
        json.put("event", entry.event());
        json.put(
                "time",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.time().atOffset(ZoneOffset.UTC)));
        json.put("actor", entry.actor());
        json.put("role", entry.role());
        json.put("realm", entry.realm());
        json.put("client", entry.client());
        json.put("user_agent", entry.userAgent());
        json.put("request_id", entry.requestId());
        json.put("node", entry.node());
        json.put("changes", entry.changes());
        return json;
    }
}
