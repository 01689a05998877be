package org.symbolon.query.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.EventUpcasters;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.query.shared.Paging;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what has happened to one thing from the table of events. */
final class HistoryRows {

    private static final int FETCH_SIZE = 500;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String SELECT = "select " + Vouching.COLUMNS + " from domain_event where ";

    private final JdbcOperations jdbc;
    private final Vouching vouching;

    HistoryRows(JdbcOperations jdbc, Vouching vouching) {
        this.jdbc = jdbc;
        this.vouching = vouching;
    }

    private RowCallbackHandler vouchedFor(RowCallbackHandler handler) {
        return row -> {
            vouching.require(row);
            handler.processRow(row);
        };
    }

    /** How often something happened to it, from an event of this number on. */
    long count(String aggregate, long from) {
        Long count = jdbc.queryForObject(
                "select count(*) from domain_event where aggregate_identifier = ? and sequence_number >= ?",
                Long.class,
                aggregate,
                from);
        return count == null ? 0 : count;
    }

    /** A part of what happened to it from an event of this number on, the newest first. */
    List<HistoryEntry> newestFirst(String aggregate, long from, Paging paging) {
        return jdbc.query(
                SELECT + "aggregate_identifier = ? and sequence_number >= ?"
                        + " order by sequence_number desc limit ? offset ?",
                (row, number) -> {
                    vouching.require(row);
                    return entry(row, number);
                },
                aggregate,
                from,
                paging.size(),
                paging.offset());
    }

    /** The number of the event since which a token is somebody's; more than any event has if it is not. */
    long ownedSince(String aggregate, TokenOwner owner) {
        OwnedSince since = new OwnedSince(owner);
        jdbc.query(
                SELECT + "aggregate_identifier = ? and payload_type = any (?) order by sequence_number",
                vouchedFor(since),
                aggregate,
                OwnedSince.EVENTS.toArray(String[]::new));
        return since.number();
    }

    /** All that happened to these aggregates, in the order of the stream. To be called in a transaction. */
    void each(List<String> aggregates, RowCallbackHandler handler) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(
                            SELECT + "aggregate_identifier = any (?) order by global_index");
                    statement.setFetchSize(FETCH_SIZE);
                    statement.setArray(1, connection.createArrayOf("varchar", aggregates.toArray()));
                    return statement;
                },
                vouchedFor(handler));
    }

    /** The event itself. */
    static Object event(ResultSet row) throws SQLException {
        Class<?> type = EventFamilies.byName().get(row.getString("payload_type"));
        return JSON.convertValue(payload(row), type);
    }

    static HistoryEntry entry(ResultSet row, int number) throws SQLException {
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
                Mask.secretsIn(payload(row)));
    }

    /** What was stored, as the newest revision says it. */
    private static Map<String, Object> payload(ResultSet row) throws SQLException {
        return EventUpcasters.upcast(
                row.getString("payload_type"),
                row.getInt("payload_revision"),
                JSON.readValue(row.getString("payload"), OBJECT));
    }

    private static String text(Map<String, Object> metadata, String key) {
        return Objects.toString(metadata.get(key), null);
    }
}
