package org.symbolon.connectors.network;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs what is to be found out later in the background, a few at once. */
public final class Probes implements AutoCloseable {

    private static final int AT_ONCE = 2;

    private final ScheduledThreadPoolExecutor timer;

    /** One whose threads have this name. */
    public Probes(String name) {
        timer = new ScheduledThreadPoolExecutor(AT_ONCE, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Runs it after that time; not at all if it is closed before. */
    public void later(Duration delay, Runnable probe) {
        if (!timer.isShutdown()) {
            Future<?> unused = timer.schedule(probe, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
