package org.symbolon.api.kernel;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.symbolon.query.history.HistoryEntry;

/** Puts entries of a history into JSON. */
public final class HistoryJson {

    /** What {@link #of} answers. */
    public static final Shape SHAPE = Shape.fields("")
            .with("event", Shape.text("What happened, as the name of the event."))
            .with("time", Shape.time("When."))
            .with("actor", Shape.text("Who did it.").orNull())
            .with("role", Shape.text("In which role.").orNull())
            .with("realm", Shape.text("From which realm.").orNull())
            .with("client", Shape.text("From which address.").orNull())
            .with("user_agent", Shape.text("With which program.").orNull())
            .with(
                    "request_id",
                    Shape.text("What ties it to the log and the audit.").orNull())
            .with("node", Shape.text("On which node.").orNull())
            .with("changes", Shape.object("What changed; secrets are not shown."));

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
