package org.symbolon.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.query.shared.Paging;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what has happened to one thing, or to all of a kind, from the table of events. */
public final class HistoryRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String SELECT = "select payload_type, time_stamp, payload, meta_data from domain_event where ";

    private final JdbcOperations jdbc;

    public HistoryRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** How often something happened to it. */
    public long count(String aggregate) {
        Long count = jdbc.queryForObject(
                "select count(*) from domain_event where aggregate_identifier = ?", Long.class, aggregate);
        return count == null ? 0 : count;
    }

    /** A part of what happened to it, the newest first. */
    public List<HistoryEntry> newestFirst(String aggregate, Paging paging) {
        return jdbc.query(
                SELECT + "aggregate_identifier = ? order by sequence_number desc limit ? offset ?",
                HistoryRows::entry,
                aggregate,
                paging.size(),
                paging.offset());
    }

    /** All that happened to it, the oldest first. */
    public List<HistoryEntry> oldestFirst(String aggregate) {
        return jdbc.query(SELECT + "aggregate_identifier = ? order by sequence_number", HistoryRows::entry, aggregate);
    }

    /** All events of these names, in the order of the stream. */
    public List<HistoryEntry> named(List<String> events) {
        String marks = String.join(", ", events.stream().map(name -> "?").toList());
        return jdbc.query(
                SELECT + "payload_type in (" + marks + ") order by global_index", HistoryRows::entry, events.toArray());
    }

    private static HistoryEntry entry(ResultSet row, int number) throws SQLException {
        Map<String, Object> metadata =
                JSON.readValue(Objects.requireNonNullElse(row.getString("meta_data"), "{}"), OBJECT);
        return new HistoryEntry(
                row.getString("payload_type"),
                Instant.parse(row.getString("time_stamp")),
                text(metadata, "actor"),
                text(metadata, "role"),
                text(metadata, "actorRealm"),
                text(metadata, "client"),
                text(metadata, "userAgent"),
                text(metadata, "requestId"),
                text(metadata, "node"),
                Mask.secretsIn(JSON.readValue(row.getString("payload"), OBJECT)));
    }

    private static String text(Map<String, Object> metadata, String key) {
        return Objects.toString(metadata.get(key), null);
    }
}
