package org.symbolon.app.examination;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.app.StartFailure;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;

/**
 * Looks at several things at once, so many and no more, each for so long and no longer. What does not come back in time is left behind:
 * its thread ends by itself, or with the command.
 */
final class BoundedLooks {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedLooks.class);
    private static final int AT_ONCE = 16;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Duration longest;

    BoundedLooks(Duration longest) {
        this.longest = longest;
    }

    /** What is found, or that it took too long: some time after there was a place for it. */
    CompletableFuture<List<Finding>> begin(Subject subject) {
        places.acquireUninterruptibly();
        CompletableFuture<List<Finding>> found = new CompletableFuture<>();
        Thread thread = new Thread(() -> found.complete(safely(subject.look())), "symbolon-look");
        thread.setDaemon(true);
        thread.start();
        return found.completeOnTimeout(List.of(late()), longest.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((findings, never) -> {
                    places.release();
                    thread.interrupt();
                });
    }

    private Finding late() {
        return Finding.failed("It was not done within %d seconds: look whether it hangs, or wait longer with --timeout"
                .formatted(longest.toSeconds()));
    }

    /** What is found. A fault that nobody foresaw is a finding, too, and its words are nobody's: they may hold anything. */
    List<Finding> safely(Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (RuntimeException failure) {
            LOG.debug("It could not be looked at", failure);
            return List.of(Finding.failed(
                    StartFailure.explained(failure) instanceof CommandFailedException explained
                            ? explained.getMessage()
                            : "It cannot be looked at (%s)"
                                    .formatted(failure.getClass().getSimpleName())));
        }
    }
}
