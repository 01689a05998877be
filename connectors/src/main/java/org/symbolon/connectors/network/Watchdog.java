package org.symbolon.connectors.network;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose time is over. Only that ends every way of waiting for the other side: a read, a write, a
 * handshake that goes on byte by byte.
 */
public final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    public Watchdog(String name) {
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Closes the connection at the deadline, unless the watch is ended before. */
    public Watch over(Closeable connection, Deadline deadline) {
        ScheduledFuture<?> closing =
                timer.schedule(() -> close(connection), deadline.millisLeft(), TimeUnit.MILLISECONDS);
        return () -> closing.cancel(false);
    }

    private static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException gone) {
            // Whoever waits for it is told the same by his own call.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A connection that is watched. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
