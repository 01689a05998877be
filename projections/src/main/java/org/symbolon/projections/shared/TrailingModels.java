package org.symbolon.projections.shared;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Lets a query wait until the trailing read models show all that had happened when it began. Both positions are read from
 * the database, so the answer holds on every node.
 */
public class TrailingModels {

    private static final long FIRST_PAUSE_MICROSECONDS = 500;
    private static final long LONGEST_PAUSE_MICROSECONDS = 20_000;

    private final JdbcOperations jdbc;
    private final Duration patience;

    public TrailingModels(JdbcOperations jdbc) {
        this(jdbc, Duration.ofSeconds(10));
    }

    public TrailingModels(JdbcOperations jdbc, Duration patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /** Whether the models came so far before patience ended. */
    public boolean await() {
        long wanted = number("select coalesce(max(global_index), -1) from domain_event");
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MICROSECONDS;
        while (reached() < wanted) {
            if (System.nanoTime() >= deadline || !slept(pause)) {
                return false;
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_MICROSECONDS);
        }
        return true;
    }

    private long reached() {
        return number("select coalesce(max(position), -1) from projection_position where name = 'trailing'");
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
