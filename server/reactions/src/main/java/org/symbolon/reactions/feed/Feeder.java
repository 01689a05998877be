package org.symbolon.reactions.feed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.query.feed.FactStream;

/** The thread of a feed that this node has taken, until it loses it or is told to stop. */
final class Feeder {

    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    private final FeedRound round;
    private final FactStream stream;
    private final Duration slice;
    private final Runnable farewell;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * One that has begun.
     *
     * @param slice the longest time without a look whether it still holds the feed
     * @param farewell is run at its end
     */
    Feeder(String feed, FeedRound round, FactStream stream, Duration slice, Runnable farewell) {
        this.round = round;
        this.stream = stream;
        this.slice = slice;
        this.farewell = farewell;
        this.thread = new Thread(this::run, "symbolon-feed-" + feed);
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        try (FactStream.Bell bell = stream.bell()) {
            boolean faulty = false;
            while (running && kept()) {
                Duration pause = AFTER_FAULT;
                try {
                    pause = round.once(bell);
                    faulty = false;
                } catch (RuntimeException fault) {
                    if (!faulty) {
                        LOG.warn("A feed cannot go on at the moment: {}", fault.toString());
                    }
                    faulty = true;
                }
                pause(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            farewell.run();
        }
    }

    /** While it waits it keeps the feed. */
    private void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        long left = pause.toNanos();
        while (left > 0 && running && kept()) {
            LockSupport.parkNanos(Math.min(left, slice.toNanos()));
            left = end - System.nanoTime();
        }
    }

    /** Where nobody can be asked whether it has the feed, it has not. */
    private boolean kept() {
        try {
            return round.keep();
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Has it end after what it is about to hand over: an interruption would keep it from noting that. */
    void stop() {
        running = false;
        LockSupport.unpark(thread);
    }

    void awaitEnd(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
    }
}
