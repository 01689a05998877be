package org.symbolon.store.effect;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.effect.port.KeptEffects;
import org.symbolon.reactions.effect.port.DueEffects;

/** Finds in the trailing read model what is due, and what was given up. */
@Component
final class DueEffectLookups implements DueEffects, KeptEffects {

    private static final String DUE =
            """
            select wanted.kind, found.effect_id
            from unnest(cast(? as varchar[]), cast(? as integer[])) as wanted (kind, most) cross join lateral (
                select effect_id, next_attempt from effect
                where effect.kind = wanted.kind and next_attempt <= ? and not exists (
                    select 1 from public.effect_lease
                    where effect_lease.effect_id = effect.effect_id and expires >= clock_timestamp())
                order by next_attempt limit wanted.most) as found
            order by found.next_attempt
            """;

    private static final int MOST_AT_ONCE = 100;

    private final JdbcOperations jdbc;
    private final Clock clock;

    DueEffectLookups(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, List<String>> due(Map<String, Integer> mostByKind) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Map.Entry<String, Integer>> wanted = List.copyOf(mostByKind.entrySet());
        Map<String, List<String>> found = new HashMap<>();
        jdbc.query(
                DUE,
                row -> {
                    found.computeIfAbsent(row.getString(1), kind -> new ArrayList<>())
                            .add(row.getString(2));
                },
                wanted.stream().map(Map.Entry::getKey).toArray(String[]::new),
                wanted.stream().map(Map.Entry::getValue).toArray(Integer[]::new),
                now);
        return found;
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
