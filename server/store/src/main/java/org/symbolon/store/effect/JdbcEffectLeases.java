package org.symbolon.store.effect;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.shared.Randomness;
import org.symbolon.reactions.effect.port.EffectLeases;

/** Keeps the leases beside the event store. Whether one has run out is told by the database's clock, which all nodes share. */
@Component
final class JdbcEffectLeases implements EffectLeases {

    private static final String TAKE =
            """
            insert into public.effect_lease (effect_id, holder, expires)
            select wanted, ?, clock_timestamp() + ? * interval '1 millisecond'
            from unnest(cast(? as varchar[])) wanted order by wanted
            on conflict (effect_id) do update set holder = excluded.holder, expires = excluded.expires
            where effect_lease.expires < clock_timestamp()
            returning effect_id
            """;
    private static final String RENEW =
            """
            update public.effect_lease set expires = clock_timestamp() + ? * interval '1 millisecond'
            where holder = ? and effect_id = any (cast(? as varchar[]))
            """;
    private static final String RELEASE =
            "delete from public.effect_lease where holder = ? and effect_id = any (cast(? as varchar[]))";
    private static final String SWEEP =
            "delete from public.effect_lease where expires < clock_timestamp() - interval '1 hour'";

    private static final int HOLDER_BYTES = 8;

    private final JdbcOperations jdbc;
    private final String holder;
    private final Duration lease;

    /** The holder's name is one that no other process has, nor this node's next start. */
    @Autowired
    JdbcEffectLeases(
            JdbcOperations jdbc,
            Randomness randomness,
            @Value("${symbolon.node}") String node,
            @Value("${symbolon.effects.lease:30s}") Duration lease) {
        this(jdbc, node + "/" + randomness.hex(HOLDER_BYTES), lease);
    }

    JdbcEffectLeases(JdbcOperations jdbc, String holder, Duration lease) {
        this.jdbc = jdbc;
        this.holder = holder;
        this.lease = lease;
    }

    @Override
    public void takeWithin(String effectId) {
        take(List.of(effectId));
    }

    @Override
    public Set<String> take(Collection<String> effectIds) {
        return new HashSet<>(
                jdbc.queryForList(TAKE, String.class, holder, lease.toMillis(), effectIds.toArray(String[]::new)));
    }

    @Override
    public void renew(Collection<String> effectIds) {
        jdbc.update(SWEEP);
        if (!effectIds.isEmpty()) {
            jdbc.update(RENEW, lease.toMillis(), holder, effectIds.toArray(String[]::new));
        }
    }

    @Override
    public void release(Collection<String> effectIds) {
        if (!effectIds.isEmpty()) {
            jdbc.update(RELEASE, holder, effectIds.toArray(String[]::new));
        }
    }
}
