package org.symbolon.api.kernel.servlet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.wire.EnvelopeWriter;

/** Ends what takes too long to arrive. What it ended is said in the log once a minute, however much it was. */
@Component
final class ArrivalWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalWatch.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ArrivalLimits limits;
    private final EnvelopeWriter envelopes;
    private final Set<ArrivingBody> bodies = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<BoundedProtocol> protocols = new CopyOnWriteArrayList<>();
    private final AtomicLong ended = new AtomicLong();
    private final Counter endedInAll;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "arrivals");
        thread.setDaemon(true);
        return thread;
    });
    private long lastWord = System.nanoTime() - SILENCE_NANOS;

    ArrivalWatch(ArrivalLimits limits, EnvelopeWriter envelopes, MeterRegistry registry) {
        this.limits = limits;
        this.envelopes = envelopes;
        endedInAll = Counter.builder("symbolon.connections.ended")
                .description("Connections ended since requests arrived too slowly, or one address had too many")
                .register(registry);
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** From now on the connections of this protocol are watched as well. */
    void watch(BoundedProtocol protocol) {
        protocols.add(protocol);
    }

    /** What the protocols show together. */
    double sum(ToDoubleFunction<BoundedProtocol> value) {
        return protocols.stream().mapToDouble(value).sum();
    }

    void begin(ArrivingBody body) {
        bodies.add(body);
    }

    void end(ArrivingBody body) {
        bodies.remove(body);
    }

    private void look() {
        try {
            bodies.removeIf(this::isEnded);
            for (BoundedProtocol protocol : protocols) {
                count(protocol.closeLateHeaders(limits.headerTime()) + protocol.turnedAway());
            }
            tell();
        } catch (RuntimeException fault) {
            LOG.error("Requests that arrive too slowly were not ended", fault);
        }
    }

    private boolean isEnded(ArrivingBody body) {
        boolean late = body.age()
                        > limits.bodyTime(body.arrived(), body.kept().isLarge()).toNanos()
                && body.end();
        if (late) {
            refuse(body, ApiException.tooSlow());
        }
        return late;
    }

    /** Answers a request whose body will not be read; the connection ends with it. */
    void refuse(ArrivingBody body, ApiException refusal) {
        count(1);
        body.kept().drop();
        try {
            HttpServletResponse response = (HttpServletResponse) body.request().getResponse();
            response.setHeader("Connection", "close");
            Answer.of(refusal, "", envelopes).send(response, true);
            body.request().complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A client did not wait for its refusal", gone);
            complete(body);
        }
    }

    /** Unless Tomcat has ended the request meanwhile, since the connection is gone. */
    private static void complete(ArrivingBody body) {
        try {
            body.request().complete();
        } catch (IllegalStateException over) {
            LOG.debug("A request was over", over);
        }
    }

    private void count(int more) {
        ended.addAndGet(more);
        endedInAll.increment(more);
    }

    private void tell() {
        if (ended.get() > 0 && System.nanoTime() - lastWord >= SILENCE_NANOS) {
            lastWord = System.nanoTime();
            LOG.warn(
                    "{} connections were ended since the last such line: requests that arrived too slowly, or too many"
                            + " connections of one address",
                    ended.getAndSet(0));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
