package org.symbolon.store.vault;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.secret.port.PinDigests;

/** Digests of PINs in a table that all nodes share. Whoever adds one clears a few away whose time is over. */
public final class JdbcPinDigests implements PinDigests {

    private static final int MOST_CLEARED = 10;

    private final JdbcOperations jdbc;
    private final Duration lifetime;

    public JdbcPinDigests(JdbcOperations jdbc, Duration lifetime) {
        this.jdbc = jdbc;
        this.lifetime = lifetime;
    }

    /** Where none are to be kept any more, those that were are not left behind. */
    public static void forgetAll(JdbcOperations jdbc) {
        jdbc.update("delete from pin_digest");
    }

    @Override
    public Optional<Kept> find(byte[] name) {
        return jdbc
                .query(
                        """
                        select digest, extract(epoch from kept_until - now()) as seconds from pin_digest
                        where name = ? and kept_until > now()
                        """,
                        (row, number) ->
                                new Kept(row.getBytes("digest"), Duration.ofSeconds((long) row.getDouble("seconds"))),
                        (Object) name)
                .stream()
                .findFirst();
    }

    @Override
    public void keep(byte[] name, byte[] digest) {
        jdbc.update(
                """
                with over as (
                    delete from pin_digest where name in (
                        select name from pin_digest where kept_until < now() and name <> ? limit ?
                        for update skip locked))
                insert into pin_digest (name, digest, kept_until) values (?, ?, now() + make_interval(secs => ?))
                on conflict (name) do update set digest = excluded.digest, kept_until = excluded.kept_until
                """,
                name,
                MOST_CLEARED,
                name,
                digest,
                (double) lifetime.toSeconds());
    }
}
