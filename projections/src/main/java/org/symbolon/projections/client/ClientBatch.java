package org.symbolon.projections.client;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.RowId;

/** What the events of one batch tell of clients: one row for each, however often it was seen. */
final class ClientBatch {

    private Map<Sighting, Seen> seen = new LinkedHashMap<>();
    private boolean disabled;
    private boolean switched;

    /** When a client was seen first in this batch, which gives a new row its number, when last, and how often. */
    private record Seen(long firstPosition, Instant last, long number) {

        Seen until(Seen later) {
            return new Seen(firstPosition, later.last.isAfter(last) ? later.last : last, number + later.number);
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
            seen.merge(sighting, new Seen(position, time, 1), Seen::until);
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
            bound(jdbc);
            writeSightings(jdbc);
        }
    }

    /** Anybody can call himself anything: too many names at one place are taken together, and too many places left out. */
    private void bound(JdbcOperations jdbc) {
        KnownClients known = KnownClients.at(
                seen.keySet().stream().map(Sighting::address).distinct().toList(), jdbc);
        Map<Sighting, Seen> admitted = new LinkedHashMap<>();
        long leftOut = 0;
        for (Map.Entry<Sighting, Seen> entry : seen.entrySet()) {
            Optional<Sighting> kept = known.admit(entry.getKey());
            kept.ifPresent(sighting -> admitted.merge(sighting, entry.getValue(), Seen::until));
            leftOut += kept.isEmpty() ? entry.getValue().number() : 0;
        }
        seen = admitted;
        if (leftOut > 0) {
            jdbc.update(
                    """
                    insert into client_tracking (id, disabled, left_out) values (1, ?, ?)
                    on conflict (id) do update set left_out = client_tracking.left_out + excluded.left_out
                    """,
                    disabled,
                    leftOut);
        }
    }

    private void writeSightings(JdbcOperations jdbc) {
        if (seen.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into clientapplication (id, ip, clienttype, node, lastseen)
                select * from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as timestamp[])) as sighting (id, ip, clienttype, node, lastseen)
                order by ip, clienttype, node
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
