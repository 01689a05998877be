package org.symbolon.store.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Does something again and again on a thread of its own, from the start of the server to its stop, beside all requests. */
public abstract class BackgroundLoop implements SmartLifecycle {

    private final String name;
    private final Duration patience;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private Thread thread;

    /**
     * A loop that does not run yet.
     *
     * @param name of its thread
     * @param patience how long a stop waits for the round that is under way
     */
    protected BackgroundLoop(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /** How long to wait before the first round. */
    protected Duration firstPause() {
        return Duration.ZERO;
    }

    /** One round, which deals with all its faults itself; answers how long to wait before the next. */
    protected abstract Duration round();

    /** What is left to do when no round follows. */
    protected abstract void end();

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void run() {
        Duration pause = firstPause();
        while (!stopsWithin(pause)) {
            pause = round();
        }
        end();
    }

    /** A round may wait for things of its own, and must not use up by that what a stop says. */
    private boolean stopsWithin(Duration pause) {
        try {
            return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return !isRunning();
        }
    }
}
