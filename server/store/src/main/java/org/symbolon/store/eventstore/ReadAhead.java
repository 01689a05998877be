package org.symbolon.store.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Pages of the stream, each of which is read while the one before it is worked through. */
final class ReadAhead implements AutoCloseable {

    private final LongFunction<List<TrackedEventMessage<?>>> reading;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(ReadAhead::daemon);
    private CompletableFuture<List<TrackedEventMessage<?>>> next;

    /**
     * Begins to read.
     *
     * @param reading reads the page behind a position
     * @param position the one that the first page is behind
     */
    ReadAhead(LongFunction<List<TrackedEventMessage<?>>> reading, long position) {
        this.reading = reading;
        next = behind(position);
    }

    /** The next page; an empty one at the end of the stream. */
    List<TrackedEventMessage<?>> next() {
        List<TrackedEventMessage<?>> page = joined(next);
        if (!page.isEmpty()) {
            next = behind(positionOf(page.get(page.size() - 1)));
        }
        return page;
    }

    static long positionOf(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private CompletableFuture<List<TrackedEventMessage<?>>> behind(long position) {
        return CompletableFuture.supplyAsync(() -> reading.apply(position), thread);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "symbolon-read-ahead");
        thread.setDaemon(true);
        return thread;
    }

    /** What is being read is read to its end, and nobody hears of it. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
