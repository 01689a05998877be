package org.symbolon.query.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.query.shared.Paging;

/** Reads what has happened to one thing from the table of events. */
final class HistoryRows {

    private static final int FETCH_SIZE = 500;
    private static final String LEFT_OUT = "EventLeftOut";
    private static final String SELECT = "select global_index, " + Vouching.COLUMNS + " from domain_event where ";

    private final JdbcOperations jdbc;
    private final Vouching vouching;

    HistoryRows(JdbcOperations jdbc, Vouching vouching) {
        this.jdbc = jdbc;
        this.vouching = vouching;
    }

    private RowCallbackHandler readable(Consumer<PastEvent> reader) {
        return row -> PastEvent.of(row, vouching).ifPresent(reader);
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
                    Optional<PastEvent> event = PastEvent.of(row, vouching);
                    return event.isPresent() ? event.get().entry() : leftOut(row);
                },
                aggregate,
                from,
                paging.size(),
                paging.offset());
    }

    /** Of one that counts for nothing it is told that there was one, and when, as far as its row still says. */
    private static HistoryEntry leftOut(ResultSet row) throws SQLException {
        Map<String, Object> which = Map.of("index", row.getLong("global_index"));
        return new HistoryEntry(
                LEFT_OUT, time(row.getString("time_stamp")), null, null, null, null, null, null, null, which);
    }

    private static Instant time(String stored) {
        try {
            return Instant.parse(stored);
        } catch (DateTimeParseException forged) {
            return Instant.EPOCH;
        }
    }

    /** The number of the event since which a token is somebody's; more than any event has if it is not. */
    long ownedSince(String aggregate, TokenOwner owner) {
        OwnedSince since = new OwnedSince(owner);
        jdbc.query(
                SELECT + "aggregate_identifier = ? and payload_type = any (?) order by sequence_number",
                readable(since),
                aggregate,
                OwnedSince.EVENTS.toArray(String[]::new));
        return since.number();
    }

    /** What a token was like after its event of this number. */
    Optional<PastToken> tokenAfter(String aggregate, long sequence) {
        AtomicReference<Optional<PastToken>> token = new AtomicReference<>(Optional.empty());
        jdbc.query(
                SELECT + "aggregate_identifier = ? and sequence_number <= ? and payload_type = any (?)"
                        + " order by sequence_number",
                readable(past -> token.updateAndGet(before -> PastToken.after(before, past.event()))),
                aggregate,
                sequence,
                PastToken.EVENTS.toArray(String[]::new));
        return token.get();
    }

    /** All that happened to these aggregates, in the order of the stream. To be called in a transaction. */
    void each(List<String> aggregates, Consumer<PastEvent> reader) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(
                            SELECT + "aggregate_identifier = any (?) order by global_index");
                    statement.setFetchSize(FETCH_SIZE);
                    statement.setArray(1, connection.createArrayOf("varchar", aggregates.toArray()));
                    return statement;
                },
                readable(reader));
    }
}
