package org.symbolon.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers what has happened, from the events themselves: nothing is kept for it and nothing can be missing. */
public class HistoryQueries {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcOperations jdbc;

    public HistoryQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public HistoryPage handle(TokenHistory query) {
        String aggregate = "token/" + query.serial();
        Long count = jdbc.queryForObject(
                "select count(*) from domain_event where aggregate_identifier = ?", Long.class, aggregate);
        List<HistoryEntry> entries = jdbc.query(
                """
                select payload_type, time_stamp, payload, meta_data from domain_event
                where aggregate_identifier = ? order by sequence_number desc limit ? offset ?
                """,
                HistoryQueries::entry,
                aggregate,
                query.paging().size(),
                query.paging().offset());
        return new HistoryPage(count == null ? 0 : count, entries);
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
