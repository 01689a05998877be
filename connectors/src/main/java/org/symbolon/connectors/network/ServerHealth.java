package org.symbolon.connectors.network;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a server is worth asking: a circuit breaker. A connection that cannot be made opens it at once, answers that stay away open
 * it when they are half of the last ones. From then on nobody waits for the server, until a probe in the background has found that it
 * answers again.
 */
public final class ServerHealth implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerHealth.class);
    private static final int LAST_ANSWERS = 20;
    private static final int FEWEST_ANSWERS = 10;
    private static final Duration FIRST_PROBE = Duration.ofSeconds(1);

    private final String server;
    private final Duration longestPause;
    private final Probes probes;
    private final Probe probe;
    private final CircuitBreaker breaker;
    private volatile boolean closed;
    private volatile String lastTrouble = "";
    private volatile Deadline rest = Deadline.in(Duration.ZERO);
    private boolean probing;

    /** Finds out whether a server answers again. */
    @FunctionalInterface
    public interface Probe {

        /** Asks it; whatever is thrown means that it is still away. */
        void ask() throws Exception;
    }

    /**
     * That of a server, which is well so far.
     *
     * @param server what it is called in the log
     * @param longestPause the longest time between two probes; zero to have it asked each time, however it is
     */
    public ServerHealth(String server, Duration longestPause, Probes probes, Probe probe) {
        this.server = server;
        this.longestPause = longestPause;
        this.probes = probes;
        this.probe = probe;
        this.breaker = CircuitBreaker.of(
                server,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LAST_ANSWERS)
                        .minimumNumberOfCalls(FEWEST_ANSWERS)
                        .writableStackTraceEnabled(false)
                        .build());
    }

    /** Why it cannot be asked, if it cannot. */
    public String lastTrouble() {
        return lastTrouble;
    }

    public boolean mayBeAsked() {
        return breaker.getState() == CircuitBreaker.State.CLOSED && rest.isOver();
    }

    /** It has answered a question that began then, by {@link System#nanoTime}. */
    public void answered(long begin) {
        breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }

    /** It has not answered in time a question that began then. */
    public void wasTooSlow(long begin, Exception trouble) {
        breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, trouble);
        if (breaker.getState() != CircuitBreaker.State.CLOSED) {
            isAway(trouble.getMessage());
        }
    }

    /** It wants not to be asked for a while, and gets as long as a {@link Deadline} is at most. */
    public void wantsRest(Duration duration, String trouble) {
        lastTrouble = trouble;
        rest = Deadline.in(duration);
    }

    /** It cannot be reached. */
    public synchronized void isAway(String trouble) {
        lastTrouble = trouble;
        if (longestPause.isZero() || closed) {
            breaker.reset();
            return;
        }
        boolean isNew = breaker.getState() == CircuitBreaker.State.CLOSED;
        if (isNew) {
            breaker.transitionToOpenState();
        }
        if (isNew || !probing) {
            probing = true;
            LOG.warn("{}; it is left alone until it answers again", trouble);
            probeLater(shorter(FIRST_PROBE, longestPause));
        }
    }

    private void probeLater(Duration delay) {
        probes.later(delay, () -> probe(delay));
    }

    /** The next pause is twice as long. */
    private void probe(Duration waited) {
        if (closed) {
            return;
        }
        try {
            probe.ask();
            answersAgain();
        } catch (Exception away) {
            probeLater(shorter(waited.multipliedBy(2), longestPause));
        }
    }

    private synchronized void answersAgain() {
        probing = false;
        breaker.reset();
        LOG.info("The {} answers again", server);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Ends all probes. */
    @Override
    public void close() {
        closed = true;
    }
}
