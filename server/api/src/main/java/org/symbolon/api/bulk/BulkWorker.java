package org.symbolon.api.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.InnerRequests;
import org.symbolon.api.kernel.InnerRequests.Sender;
import org.symbolon.api.kernel.ServerEnd;
import org.symbolon.command.bulk.port.BulkOperations;
import org.symbolon.command.bulk.port.BulkOperations.Order;
import org.symbolon.command.bulk.port.BulkOperations.Step;
import org.symbolon.command.bulk.port.BulkOperations.Turn;

/**
 * Does what was ordered, one token after the other and one operation at a time, at a pace that leaves the server to those who log in.
 * Each token is a request of whoever ordered it. When he is logged out, or the server stops, the operation ends where it is; whoever
 * orders it to go on goes on there.
 */
@Component
class BulkWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWorker.class);
    private static final int UNAUTHORISED = 401;
    private static final int BROKEN = 500;

    private final BulkOperations operations;
    private final InnerRequests requests;
    private final ServerEnd end;
    private final long pauseNanos;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "bulk");
        made.setDaemon(true);
        return made;
    });

    /** @param rate how many tokens a second are changed at most */
    BulkWorker(
            BulkOperations operations,
            InnerRequests requests,
            ServerEnd end,
            @Value("${symbolon.bulk-rate:50}") int rate) {
        if (rate < 1) {
            throw new IllegalArgumentException("symbolon.bulk-rate must be a positive number");
        }
        this.operations = operations;
        this.requests = requests;
        this.end = end;
        this.pauseNanos = Duration.ofSeconds(1).toNanos() / rate;
    }

    /** Begins when those that were ordered before have ended. */
    void work(Sender sender, Turn turn) {
        Future<?> unused = thread.submit(() -> {
            try {
                goOn(sender, turn);
            } catch (RuntimeException fault) {
                LOG.warn(
                        "A bulk operation was interrupted: {}", fault.getClass().getSimpleName());
            } finally {
                release(turn);
            }
            tell(sender, turn);
        });
    }

    /** How it ended, or where, gets a row in the audit: who asks how far something is gets one. */
    private void tell(Sender sender, Turn turn) {
        try {
            Optional<ApiException> unused =
                    requests.send(sender, BulkEndpoint.aboutProgress(turn.operation()), () -> {});
        } catch (RuntimeException fault) {
            LOG.debug("The end of a bulk operation has no row in the audit", fault);
        }
    }

    private void goOn(Sender sender, Turn turn) {
        Order order = operations.order(turn);
        BulkAction action = BulkAction.of(order.action());
        Optional<Step> step = operations.next(turn);
        while (step.isPresent() && !end.isNear() && !Thread.currentThread().isInterrupted()) {
            take(sender, turn, step.get(), action, order);
            LockSupport.parkNanos(pauseNanos);
            step = operations.next(turn);
        }
    }

    private void take(Sender sender, Turn turn, Step step, BulkAction action, Order order) {
        Optional<ApiException> refusal =
                requests.send(sender, action.about(step.serial(), order.settings()), () -> require(turn, step));
        refusal.ifPresent(refused -> {
            if (refused.status() == UNAUTHORISED || refused.status() >= BROKEN) {
                throw refused;
            }
            operations.refused(turn, step, refused.getMessage());
        });
    }

    /** Somebody else goes on with it where this is not so, and what was begun here is rolled back. */
    private void require(Turn turn, Step step) {
        if (!operations.done(turn, step)) {
            throw ApiException.unavailable();
        }
    }

    private void release(Turn turn) {
        try {
            operations.release(turn);
        } catch (RuntimeException fault) {
            LOG.warn(
                    "A bulk operation counts as worked on for some seconds more: {}",
                    fault.getClass().getSimpleName());
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
