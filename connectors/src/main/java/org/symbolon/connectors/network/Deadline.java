package org.symbolon.connectors.network;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The moment by which an exchange with the outside is over, in however many steps the other side makes us wait. */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    public boolean isOver() {
        return nanosLeft() <= 0;
    }

    /** What is left, never less than 1: to a socket 0 means for ever. Whoever waits as long finds that it is over. */
    public int millisLeft() {
        return (int) Math.min(Math.max(TimeUnit.NANOSECONDS.toMillis(nanosLeft()), 0) + 1, Integer.MAX_VALUE);
    }

    private long nanosLeft() {
        return end - System.nanoTime();
    }
}
