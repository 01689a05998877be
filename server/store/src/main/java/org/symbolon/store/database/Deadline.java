package org.symbolon.store.database;

import java.time.Duration;

/** Bounds the waiting for other processes, on the clock that nobody can set back. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    boolean isPast() {
        return System.nanoTime() - end >= 0;
    }

    void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while waiting for the database", e);
        }
    }
}
