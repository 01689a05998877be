package org.symbolon.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.symbolon.api.management.LackingEvents;
import org.symbolon.store.measure.StoreMeasures;
import org.symbolon.store.measure.StoreMeasures.Measures;

/**
 * Looks into the database once in a while for what only that knows, so that whoever reads metrics never waits for it. What cannot
 * be found out at the moment has no value.
 */
@Component
@ConditionalOnWebApplication
public final class StoreGauges implements MeterBinder, SmartLifecycle, LackingEvents {

    private static final Logger LOG = LoggerFactory.getLogger(StoreGauges.class);

    private final StoreMeasures store;
    private final Duration pause;
    private volatile Measures last;
    private ScheduledExecutorService looks;

    public StoreGauges(StoreMeasures store, @Value("${symbolon.metrics-pause:10s}") Duration pause) {
        this.store = store;
        this.pause = pause;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("symbolon.stream.position", "The newest event of the stream", Measures::end, registry);
        gauge("symbolon.projection.position", "How far a read model has come", Measures::trailing, registry);
        gauge(
                "symbolon.projection.lag",
                "How many events a read model is behind",
                found -> Math.max(0, found.end() - found.trailing()),
                registry);
        gauge(
                "symbolon.projection.lag.seconds",
                "How old the oldest event is that a read model has not had",
                found -> seconds(found.behind()),
                registry);
        gauge(
                "symbolon.projection.unreadable",
                "How many events a read model lacks since they cannot be read",
                Measures::unreadable,
                registry);
        gauge("symbolon.effects.waiting", "Mails and the like that are to be sent", Measures::waiting, registry);
        gauge(
                "symbolon.effects.oldest.seconds",
                "How long ago the oldest of them was decided",
                found -> seconds(found.oldest()),
                registry);
        gauge("symbolon.effects.given.up", "Those that nobody tries any more", Measures::givenUp, registry);
        gauge(
                "symbolon.feeds.behind",
                "How many events the last of the feeds is behind",
                found -> found.feeds().behind(),
                registry);
        gauge(
                "symbolon.feeds.failing",
                "How many feeds cannot go on",
                found -> found.feeds().failing(),
                registry);
        gauge(
                "symbolon.feeds.aside",
                "How many facts feeds have put aside",
                found -> found.feeds().aside(),
                registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<Measures> value, MeterRegistry registry) {
        Gauge.Builder<StoreGauges> gauge = Gauge.builder(name, this, gauges -> gauges.value(value));
        if (name.startsWith("symbolon.projection")) {
            gauge.tag("projection", "trailing");
        }
        gauge.description(description).register(registry);
    }

    private double value(ToDoubleFunction<Measures> value) {
        Measures found = last;
        return found == null ? Double.NaN : value.applyAsDouble(found);
    }

    @Override
    public OptionalLong number() {
        Measures found = last;
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.unreadable());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** Looks now. */
    public void look() {
        try {
            last = store.take();
        } catch (RuntimeException failure) {
            last = null;
            LOG.debug("The database could not be measured", failure);
        }
    }

    @Override
    public synchronized void start() {
        looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "symbolon-gauges");
            thread.setDaemon(true);
            return thread;
        });
        if (!pause.isZero()) {
            ScheduledFuture<?> unused =
                    looks.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        looks.shutdownNow();
        looks = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return looks != null;
    }
}
