package org.symbolon.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.EventUpcasters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as histories tell of it.
 *
 * @param payload as it is stored, or as it is read since it was repaired
 */
record PastEvent(
        String aggregate, long sequence, String name, int revision, String time, String payload, String metadata) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** The event in a row, unless it was left out; throws as {@link Vouching#payload}. */
    static Optional<PastEvent> of(ResultSet row, Vouching vouching) throws SQLException {
        Optional<String> payload = vouching.payload(row);
        return payload.isEmpty() ? Optional.empty() : Optional.of(of(row, payload.get()));
    }

    private static PastEvent of(ResultSet row, String payload) throws SQLException {
        return new PastEvent(
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("payload_type"),
                row.getInt("payload_revision"),
                row.getString("time_stamp"),
                payload,
                Objects.requireNonNullElse(row.getString("meta_data"), "{}"));
    }

    /** The event itself. */
    Object event() {
        return JSON.convertValue(content(), EventFamilies.byName().get(name));
    }

    HistoryEntry entry() {
        Map<String, Object> about = JSON.readValue(metadata, OBJECT);
        return new HistoryEntry(
                name,
                Instant.parse(time),
                text(about, "actor"),
                text(about, "role"),
                text(about, "actorRealm"),
                text(about, "client"),
                text(about, "userAgent"),
                text(about, "requestId"),
                text(about, "node"),
                Mask.secretsIn(content()));
    }

    /** What was stored, as the newest revision says it. */
    private Map<String, Object> content() {
        return EventUpcasters.upcast(name, revision, JSON.readValue(payload, OBJECT));
    }

    private static String text(Map<String, Object> metadata, String key) {
        return Objects.toString(metadata.get(key), null);
    }
}
