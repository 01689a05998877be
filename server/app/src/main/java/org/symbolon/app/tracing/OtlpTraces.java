package org.symbolon.app.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.servlet.RequestTraces;
import org.symbolon.store.database.StatementWatch;

/**
 * Sends traces by OTLP over HTTP: a span for each request, named by its route, as a child of what {@code traceparent} names (W3C
 * Trace Context), and within it one for each statement. No name, address or parameter is in them.
 */
public final class OtlpTraces implements RequestTraces, StatementWatch.Listener, AutoCloseable {

    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> NODE = AttributeKey.stringKey("service.instance.id");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("symbolon.request");
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> STATEMENT = AttributeKey.stringKey("db.query.text");

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final TextMapGetter<ApiRequest> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(ApiRequest request) {
            return List.of();
        }

        @Override
        public String get(ApiRequest request, String key) {
            return request.header(key).orElse(null);
        }
    };

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * @param endpoint where they are sent, such as {@code http://collector:4318/v1/traces}
     * @param share which part of the requests is traced that bring no decision with them, from 0 to 1
     */
    public OtlpTraces(String endpoint, double share, String node) {
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(SERVICE, "symbolon", NODE, node)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(PAUSE)
                        .build())
                .build();
        tracer = provider.get("org.symbolon");
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the part closes it
    public Part begin(ApiRequest request) {
        Context from = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        Span span = tracer.spanBuilder(request.route().action())
                .setParent(from)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(METHOD, request.method())
                .setAttribute(ROUTE, request.route().template())
                .setAttribute(REQUEST, request.id())
                .startSpan();
        Scope scope = span.makeCurrent();
        return status -> {
            scope.close();
            span.setAttribute(STATUS, (long) status);
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        };
    }

    @Override
    public void executed(String sql, long nanos) {
        if (!Span.current().isRecording()) {
            return;
        }
        Instant end = Instant.now();
        tracer.spanBuilder(sql.substring(0, Math.max(0, sql.indexOf(' '))))
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end.minusNanos(nanos))
                .setAttribute(SYSTEM, "postgresql")
                .setAttribute(STATEMENT, sql)
                .startSpan()
                .end(end);
    }

    /** What was not sent yet is sent, if somebody takes it in time. */
    @Override
    public void close() {
        provider.shutdown().join(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
