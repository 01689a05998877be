package org.symbolon.store.effect;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.effect.port.KeptEffects;
import org.symbolon.reactions.effect.port.DueEffects;

/** Finds in the trailing read model what is due, and what was given up. */
@Component
final class DueEffectLookups implements DueEffects, KeptEffects {

    private static final String DUE =
            """
            select effect_id from effect
            where kind = ? and next_attempt <= ? and not exists (
                select 1 from public.effect_lease
                where effect_lease.effect_id = effect.effect_id and expires >= clock_timestamp())
            order by next_attempt limit ?
            """;

    private static final int MOST_AT_ONCE = 100;

    private final JdbcOperations jdbc;
    private final Clock clock;

    DueEffectLookups(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<String> due(String kind, int most) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return jdbc.queryForList(DUE, String.class, kind, now, most);
    }

    @Override
    public List<String> givenUpBefore(Instant moment) {
        return jdbc.queryForList(
                "select effect_id from effect where handler is not null and state = 'given up' and ended < ?"
                        + " order by ended limit ?",
                String.class,
                LocalDateTime.ofInstant(moment, ZoneOffset.UTC),
                MOST_AT_ONCE);
    }
}
