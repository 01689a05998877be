package org.symbolon.projections.client;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.RowId;

/** What the events of one batch tell of clients: one row for each, however often it was seen. */
final class ClientBatch {

    private final Map<Sighting, Seen> seen = new TreeMap<>();
    private boolean disabled;
    private boolean switched;

    /** When a client was seen first in this batch, which gives a new row its number, and when last. */
    private record Seen(long firstPosition, Instant last) {

        Seen until(Seen later) {
            return new Seen(firstPosition, later.last.isAfter(last) ? later.last : last);
        }
    }

    private ClientBatch(boolean disabled) {
        this.disabled = disabled;
    }

    /** A batch that goes on where the last one stopped. */
    static ClientBatch begin(JdbcOperations jdbc) {
        return new ClientBatch(jdbc.queryForList("select disabled from client_tracking", Boolean.class)
                .contains(true));
    }

    void disable(boolean now) {
        disabled = now;
        switched = true;
    }

    void seen(Sighting sighting, Instant time, long position) {
        if (!disabled) {
            seen.merge(sighting, new Seen(position, time), Seen::until);
        }
    }

    void write(JdbcOperations jdbc) {
        if (switched) {
            jdbc.update(
                    """
                    insert into client_tracking (id, disabled) values (1, ?)
                    on conflict (id) do update set disabled = excluded.disabled
                    """,
                    disabled);
        }
        if (!seen.isEmpty()) {
            writeSightings(jdbc);
        }
    }

    private void writeSightings(JdbcOperations jdbc) {
        jdbc.update(
                """
                insert into clientapplication (id, ip, clienttype, node, lastseen)
                select * from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as timestamp[]))
                on conflict (ip, clienttype, node) do update
                set lastseen = greatest(clientapplication.lastseen, excluded.lastseen)
                """,
                column((sighting, found) -> Long.toString(RowId.of(found.firstPosition(), 0))),
                column((sighting, found) -> sighting.address()),
                column((sighting, found) -> sighting.program()),
                column((sighting, found) -> sighting.node()),
                column((sighting, found) -> stored(found.last())));
    }

    private Object column(BiFunction<Sighting, Seen, String> value) {
        return seen.entrySet().stream()
                .map(entry -> value.apply(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private static String stored(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)
                .toString();
    }
}
