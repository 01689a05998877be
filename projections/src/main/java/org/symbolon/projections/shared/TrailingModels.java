package org.symbolon.projections.shared;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Lets a query wait until the trailing read models show all that had happened when it began. Both positions are read from
 * the database, so the answer holds on every node.
 */
public class TrailingModels {

    private static final Logger LOG = LoggerFactory.getLogger(TrailingModels.class);
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long FIRST_PAUSE_MICROSECONDS = 500;
    private static final long LONGEST_PAUSE_MICROSECONDS = 20_000;
    private static final String STATE =
            """
            select coalesce((select position from projection_position where name = 'trailing'), -1) as position,
                (select count(*) from unreadable_event where not left_out) as unreadable
            """;

    private final JdbcOperations jdbc;
    private final Duration patience;
    private final Runnable hurry;
    private final AtomicBoolean behind = new AtomicBoolean();

    public TrailingModels(JdbcOperations jdbc) {
        this(jdbc, PATIENCE);
    }

    public TrailingModels(JdbcOperations jdbc, Duration patience) {
        this(jdbc, patience, () -> {});
    }

    /** @param hurry tells whoever lets the models come on that they are waited for */
    public TrailingModels(JdbcOperations jdbc, Duration patience, Runnable hurry) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.hurry = hurry;
    }

    private record State(long position, long unreadable) {}

    /** Whether the models came so far before patience ended. If not, or if they lack events, {@link Staleness} is told. */
    public boolean await() {
        long wanted = end();
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MICROSECONDS;
        State state = state();
        if (state.position < wanted) {
            hurry.run();
        }
        while (state.position < wanted && System.nanoTime() < deadline && slept(pause)) {
            pause = Math.min(pause * 2, LONGEST_PAUSE_MICROSECONDS);
            state = state();
        }
        boolean arrived = state.position >= wanted;
        tell(state, arrived);
        return arrived;
    }

    private void tell(State state, boolean arrived) {
        if (!arrived || state.unreadable > 0) {
            new Staleness(state.position, arrived ? 0 : behind(state.position), state.unreadable).tell();
        }
        if (behind.getAndSet(!arrived) == arrived) {
            log(state, arrived);
        }
    }

    /** Once when it begins, and once when it ends. */
    private void log(State state, boolean arrived) {
        if (arrived) {
            LOG.info("Lists, counters and the audit show again all that has happened");
            return;
        }
        LOG.warn(
                "Lists, counters and the audit are answered as they were at event {}: the read models that trail the stream"
                        + " did not come further within {}",
                state.position,
                patience);
    }

    private long end() {
        return number("select coalesce(max(global_index), -1) from domain_event");
    }

    private long behind(long position) {
        return number("select count(*) from domain_event where global_index > " + position);
    }

    private State state() {
        return jdbc.queryForObject(
                STATE, (row, number) -> new State(row.getLong("position"), row.getLong("unreadable")));
    }

    private long number(String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? -1 : found;
    }

    private static boolean slept(long microseconds) {
        try {
            TimeUnit.MICROSECONDS.sleep(microseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
