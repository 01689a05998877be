package org.symbolon.store.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.reactions.feed.port.FeedRecords;

/** Reads and changes for administrators what feeders note. */
@Component
final class JdbcFeedRecords implements FeedRecords {

    private static final String PROGRESS =
            """
            select feed.name, progress.*, expires >= clock_timestamp() as held,
                greatest(0, (select coalesce(max(global_index), 0) from public.domain_event) - position) as behind,
                (select count(*) from public.feed_dead_letter letter where letter.feed = progress.feed) as letters
            from public.feed_progress progress join feed on feed.id = progress.feed
            """;
    private static final String OF_ONE = " where feed = ? and (cast(? as bigint) is null or position = ?)";

    private final JdbcOperations jdbc;

    JdbcFeedRecords(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Progress> progress(int feed) {
        return jdbc.query(PROGRESS + " where progress.feed = ?", (row, number) -> progress(row), feed).stream()
                .findFirst();
    }

    @Override
    public Map<String, Progress> all() {
        Map<String, Progress> all = new HashMap<>();
        jdbc.query(PROGRESS, row -> {
            all.put(row.getString("name"), progress(row));
        });
        return all;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        String holder = row.getString("holder");
        return new Progress(
                row.getLong("position"),
                row.getBoolean("held") && holder.contains("/") ? holder.substring(0, holder.lastIndexOf('/')) : "",
                row.getLong("behind"),
                row.getLong("sent"),
                time(row, "delivered"),
                row.getInt("failures"),
                row.getString("trouble"),
                row.getLong("letters"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public List<DeadLetter> deadLetters(int feed, long after, int most) {
        return jdbc.query(
                "select * from public.feed_dead_letter where feed = ? and position > ? order by position limit ?",
                (row, number) -> new DeadLetter(
                        row.getLong("position"),
                        row.getString("event_id"),
                        row.getString("kind"),
                        row.getString("reason"),
                        time(row, "put_aside").orElseThrow(),
                        row.getBoolean("again")),
                feed,
                after,
                most);
    }

    @Override
    public int sendAgain(int feed, Optional<Long> position) {
        return ofOne("update public.feed_dead_letter set again = true", feed, position);
    }

    @Override
    public int drop(int feed, Optional<Long> position) {
        return ofOne("delete from public.feed_dead_letter", feed, position);
    }

    private int ofOne(String change, int feed, Optional<Long> position) {
        Long at = position.orElse(null);
        return jdbc.update(change + OF_ONE, feed, at, at);
    }

    @Override
    public boolean move(int feed, long position) {
        return jdbc.update(
                        "update public.feed_progress set position = ?, failures = 0, failing_since = null, trouble = ''"
                                + " where feed = ?",
                        position,
                        feed)
                == 1;
    }
}
