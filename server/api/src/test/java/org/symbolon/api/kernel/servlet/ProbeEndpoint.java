package org.symbolon.api.kernel.servlet;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataIntegrityViolationException;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;

/** An endpoint whose handlers show what a handler gets, and fail in every way a handler can. */
final class ProbeEndpoint implements Endpoint {

    private final Map<ApiRequest, Integer> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch waits = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("POST", "/validate/check", this::check),
                Route.open("GET", "/validate/check", this::check),
                Route.open("GET", "/probe/echo", ProbeEndpoint::echo),
                Route.open("POST", "/probe/echo", ProbeEndpoint::echo),
                Route.open("DELETE", "/probe/echo/<name>", ProbeEndpoint::echo),
                Route.open("GET", "/probe/broken/<bytes>", ProbeEndpoint::broken),
                Route.open("GET", "/probe/csv", request -> Reply.text("text/csv; charset=utf-8", "a,\u00fc\n")
                        .header("Content-disposition", "attachment; filename=x.csv")),
                Route.open(
                        "POST",
                        "/probe/radius",
                        request -> Reply.empty(request.parameters().integer("status", 204))),
                Route.open(
                        "POST",
                        "/probe/upload",
                        request -> Reply.value(
                                request.parameters().requiredUpload("file").content().length)),
                Route.open("POST", "/probe/fail", ProbeEndpoint::fail),
                Route.open("POST", "/probe/deadlock", this::endDeadlocks),
                Route.open("POST", "/probe/odd", request -> Reply.value(new Object())),
                Route.open("POST", "/probe/audited", request -> {
                    request.markAudited();
                    return Reply.value(null);
                }),
                Route.user(
                                "GET",
                                "/token/",
                                request -> Reply.value(request.caller().toString()))
                        .needsNoRight("It is a probe."),
                Route.admin("POST", "/probe/make", this::make).doneOnce().needsNoRight("It is a probe."),
                Route.open("POST", "/probe/await", request -> {
                    waits.await();
                    return Reply.value(true);
                }),
                Route.open("POST", "/probe/go", request -> {
                    goesOn.countDown();
                    return Reply.value(true);
                }),
                Route.admin("POST", "/system/setConfig", request -> Reply.value(true))
                        .needsNoRight("It is a probe."));
    }

    private Reply check(ApiRequest request) {
        boolean right = request.parameters().required("pass").equals("1234");
        request.notes().success(right);
        return Reply.value(right)
                .detail(Map.of("message", right ? "matching 1 tokens" : "wrong otp pin"))
                .authentication(right ? "ACCEPT" : "REJECT");
    }

    /** Makes one more, and tells how many there are; is refused, or waits for another request, where the parameters say so. */
    private Reply make(ApiRequest request) throws InterruptedException {
        if (request.parameters().has("refused")) {
            throw ApiException.tokenAdmin("no");
        }
        if (request.parameters().has("waits")) {
            waits.countDown();
            goesOn.await();
        }
        return Reply.value(made.incrementAndGet());
    }

    private static Reply echo(ApiRequest request) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("parameters", request.parameters().all());
        value.put("client", request.client());
        value.put("agent", request.userAgent());
        return Reply.value(value).beside("auth_items", Map.of("offline", List.of()));
    }

    private static Reply broken(ApiRequest request) {
        int bytes = request.parameters().integer("bytes", 0);
        return Reply.content("text/csv; charset=utf-8", output -> {
            output.write(new byte[bytes]);
            throw new IllegalStateException("pin swordfish");
        });
    }

    private static Reply fail(ApiRequest request) {
        throw switch (request.parameters().required("how")) {
            case "policy" -> ApiException.policy("no");
            case "notFound" -> ApiException.notFound("The requested token could not be found.");
            case "locked" -> ApiException.of(1007, "locked");
            case "credentials" ->
                ApiException.authentication(4031, "Authentication failure. Wrong credentials", Map.of());
            case "away" -> new IllegalStateException(new SQLTransientConnectionException("pin swordfish"));
            case "database" -> new IllegalStateException(new DataIntegrityViolationException("pin swordfish"));
            default -> new IllegalStateException("pin swordfish");
        };
    }

    /** Is given up by the database as often as the parameter says, in the way of a batch; answers how often it was asked. */
    private Reply endDeadlocks(ApiRequest request) {
        int attempt = attempts.merge(request, 1, Integer::sum);
        if (request.parameters().has("audited")) {
            request.markAudited();
        }
        if (attempt <= request.parameters().integer("times", 0)) {
            SQLException batch = new SQLException("batch");
            batch.setNextException(new SQLException("deadlock detected", "40P01"));
            throw new IllegalStateException(batch);
        }
        return Reply.value(attempt);
    }
}
