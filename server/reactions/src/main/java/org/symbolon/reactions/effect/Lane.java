package org.symbolon.reactions.effect;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of one kind of effects: when its outside hangs, the other kinds go on. */
final class Lane {

    private static final int MOST_WAITING = 200;
    private static final int MOST_AHEAD = 50;
    private static final int SECONDS_IDLE = 30;

    private final Reaction reaction;
    private final ThreadPoolExecutor threads;

    Lane(Reaction reaction) {
        this.reaction = reaction;
        this.threads = new ThreadPoolExecutor(
                reaction.atOnce(),
                reaction.atOnce(),
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                work -> {
                    Thread thread = new Thread(work, "symbolon-effect-" + reaction.kind());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    Reaction reaction() {
        return reaction;
    }

    /** How many effects to look for: enough to be busy until the next look, and not so many that other nodes have none. */
    int room() {
        return Math.max(
                0, MOST_AHEAD - threads.getActiveCount() - threads.getQueue().size());
    }

    /** Whether it will be run. */
    boolean run(Runnable attempt) {
        try {
            threads.execute(attempt);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** Begins nothing any more; what waits is dropped. */
    void close() {
        threads.shutdown();
        threads.getQueue().clear();
    }

    void awaitEnd(long nanos) throws InterruptedException {
        boolean unused = threads.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }

    void interrupt() {
        threads.shutdownNow();
    }
}
