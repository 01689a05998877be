package org.symbolon.store.eventhandler;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.shared.Randomness;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings;

/** Keeps them beside the event store. Whether a node has let one lie is told by the database's clock, which all nodes share. */
@Component
final class JdbcUntoldHappenings implements UntoldHappenings {

    private static final String NOTE =
            """
            insert into public.untold_happening (aggregate_identifier, sequence_number, holder, expires)
            values (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
            """;
    private static final String TOLD =
            "delete from public.untold_happening where aggregate_identifier = ? and sequence_number = ?";
    private static final String GIVE_BACK =
            """
            update public.untold_happening
            set holder = '', expires = clock_timestamp() + ? * interval '1 millisecond'
            where holder = ? and aggregate_identifier = ? and sequence_number = ?
            """;
    private static final String RENEW =
            """
            update public.untold_happening set expires = clock_timestamp() + ? * interval '1 millisecond'
            where holder = ?
            """;
    private static final String TAKE =
            """
            update public.untold_happening taken
            set holder = ?, expires = clock_timestamp() + ? * interval '1 millisecond', attempts = attempts + 1
            from (select aggregate_identifier, sequence_number, expires from public.untold_happening
                where expires < clock_timestamp() order by expires limit ? for update skip locked) orphan
            where taken.aggregate_identifier = orphan.aggregate_identifier
                and taken.sequence_number = orphan.sequence_number
            returning taken.aggregate_identifier, taken.sequence_number, taken.attempts, orphan.expires
            """;

    private static final int HOLDER_BYTES = 8;

    private final JdbcOperations jdbc;
    private final String holder;
    private final Duration lease;

    /** The holder's name is one that no other process has, nor this node's next start. */
    @Autowired
    JdbcUntoldHappenings(
            JdbcOperations jdbc,
            Randomness randomness,
            @Value("${symbolon.node}") String node,
            @Value("${symbolon.happenings.lease:60s}") Duration lease) {
        this(jdbc, node + "/" + randomness.hex(HOLDER_BYTES), lease);
    }

    JdbcUntoldHappenings(JdbcOperations jdbc, String holder, Duration lease) {
        this.jdbc = jdbc;
        this.holder = holder;
        this.lease = lease;
    }

    @Override
    public void note(Place place) {
        jdbc.update(NOTE, place.aggregate(), place.sequence(), holder, lease.toMillis());
    }

    @Override
    public void told(Place place) {
        jdbc.update(TOLD, place.aggregate(), place.sequence());
    }

    @Override
    public void giveBack(Place place) {
        jdbc.update(GIVE_BACK, lease.toMillis(), holder, place.aggregate(), place.sequence());
    }

    private record Taken(Orphan orphan, Instant ranOut) {}

    @Override
    public List<Orphan> takeOver(int most) {
        jdbc.update(RENEW, lease.toMillis(), holder);
        return jdbc
                .query(
                        TAKE,
                        (row, number) -> new Taken(
                                new Orphan(new Place(row.getString(1), row.getLong(2)), row.getInt(3)),
                                row.getTimestamp(4).toInstant()),
                        holder,
                        lease.toMillis(),
                        most)
                .stream()
                .sorted(Comparator.comparing(Taken::ranOut))
                .map(Taken::orphan)
                .toList();
    }
}
