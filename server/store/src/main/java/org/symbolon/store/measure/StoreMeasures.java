package org.symbolon.store.measure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.common.DateTimeUtils;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Finds out how long the stream is, how far read models have come, and what is still to be sent. */
@Component
public class StoreMeasures {

    private static final String GIVEN_UP = "select count(*) from effect where ended is not null and state = 'given up'";
    private static final String WAITING =
            """
            select count(*) as number, min(planned) as since from effect
            where next_attempt is not null
            """;
    private static final String FIRST_BEHIND =
            "select time_stamp from domain_event where global_index > ? order by global_index limit 1";

    private static final String FEEDS =
            """
            select coalesce(min(position), ?) as last,
                count(*) filter (where failures > 0) as failing,
                (select count(*) from public.feed_dead_letter) as aside
            from feed join public.feed_progress on feed = feed.id
            where not exists (
                select 1 from feedoption where feed_id = feed.id and "Key" = 'active' and lower("Value") in ('0', 'false'))
            """;

    private final JdbcOperations jdbc;
    private final Clock clock;

    StoreMeasures(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was found at one time.
     *
     * @param end the position of the newest event
     * @param trailing the position up to which trailing read models have come
     * @param behind how old the oldest event is that they have not had
     * @param waiting how many effects are to be tried, or tried again
     * @param oldest how long ago the oldest of them was decided
     * @param givenUp how many effects were given up in the last days
     * @param unreadable how many events read models lack since those cannot be read
     */
    public record Measures(
            long end,
            long trailing,
            Duration behind,
            long waiting,
            Duration oldest,
            long givenUp,
            long unreadable,
            FeedMeasures feeds) {}

    /**
     * What was found of feeds that are active.
     *
     * @param behind how many events the last of them has not had
     * @param failing how many of them cannot go on
     * @param aside how many facts were put aside, of all feeds
     */
    public record FeedMeasures(long behind, long failing, long aside) {}

    public Measures take() {
        long trailing = number("select coalesce(max(position), 0) from projection_position where name = 'trailing'");
        long end = number("select coalesce(max(global_index), 0) from domain_event");
        Map<String, Object> waiting = jdbc.queryForMap(WAITING);
        return new Measures(
                end,
                Math.max(0, trailing),
                end > trailing ? behind(trailing) : Duration.ZERO,
                ((Number) waiting.get("number")).longValue(),
                Optional.ofNullable((Timestamp) waiting.get("since"))
                        .map(since -> age(since.toLocalDateTime()))
                        .orElse(Duration.ZERO),
                number(GIVEN_UP),
                number("select count(*) from unreadable_event where not left_out"),
                feeds(end));
    }

    private FeedMeasures feeds(long end) {
        return Objects.requireNonNull(jdbc.queryForObject(
                FEEDS,
                (row, number) -> new FeedMeasures(
                        Math.max(0, end - row.getLong("last")), row.getLong("failing"), row.getLong("aside")),
                end));
    }

    private Duration behind(long position) {
        return jdbc.queryForList(FIRST_BEHIND, String.class, position).stream()
                .findFirst()
                .map(time -> notNegative(Duration.between(DateTimeUtils.parseInstant(time), clock.instant())))
                .orElse(Duration.ZERO);
    }

    private Duration age(LocalDateTime since) {
        return notNegative(Duration.between(since, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    /** Clocks of nodes differ. */
    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private long number(String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }
}
