package org.symbolon.api.kernel.servlet;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Shows how many connections there are, and how many of the threads that answer are busy. */
@Component
final class EdgeMeters implements MeterBinder {

    private final ArrivalWatch watch;

    EdgeMeters(ArrivalWatch watch) {
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("symbolon.http.connections", "Open connections", BoundedProtocol::connections, registry);
        gauge("symbolon.http.threads.busy", "Threads that answer a request", BoundedProtocol::busyThreads, registry);
        gauge("symbolon.http.threads.max", "Most threads that answer at once", BoundedProtocol::mostThreads, registry);
    }

    private void gauge(
            String name, String description, ToDoubleFunction<BoundedProtocol> value, MeterRegistry registry) {
        Gauge.builder(name, watch, found -> found.sum(value))
                .description(description)
                .register(registry);
    }
}
