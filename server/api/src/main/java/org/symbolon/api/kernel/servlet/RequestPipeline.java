package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ClientAddress;
import org.symbolon.api.kernel.HandledEvents;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.RequestAudit;
import org.symbolon.api.kernel.RequestIdentity;
import org.symbolon.api.kernel.RequestPolicing;
import org.symbolon.api.kernel.idempotency.KeyedRequests;
import org.symbolon.api.kernel.login.RequestLogin;
import org.symbolon.api.kernel.route.RouteMatch;
import org.symbolon.api.kernel.spool.StoredBytes;
import org.symbolon.api.kernel.wire.EnvelopeWriter;
import org.symbolon.api.kernel.wire.RequestReader;
import org.symbolon.command.idempotency.port.KeyedRequest;
import org.symbolon.events.shared.Caller;

/**
 * What happens to a request that a route matched: its parameters are read, the caller is authenticated, policies have
 * their say, the handler answers between the turns of those who listen to its event, the answer is rendered and signed, the audit's row is written. The answer is rendered before the row, so
 * that the row never says success of a request that ends in an error; it leaves after the row.
 */
@Component
final class RequestPipeline {

    private static final List<String> CLAIMING = List.of("/validate/", "/ttype/", "/auth");

    private static final int MOST_ATTEMPTS = 5;
    private static final int INTERNAL = 500;

    private final RequestReader reader = new RequestReader();
    private final RequestLogin login;
    private final RequestIdentity identity;
    private final RequestPolicing policing;
    private final HandledEvents events;
    private final RequestAudit audit;
    private final ClientAddress addresses;
    private final EnvelopeWriter envelopes;
    private final OnceOnly once;
    private final Faults faults;
    private final RequestMeters meters;
    private final RequestTraces traces;

    RequestPipeline(
            RequestLogin login,
            RequestIdentity identity,
            RequestPolicing policing,
            HandledEvents events,
            RequestAudit audit,
            ClientAddress addresses,
            EnvelopeWriter envelopes,
            OnceOnly once,
            Faults faults,
            RequestMeters meters,
            RequestTraces traces) {
        this.login = login;
        this.identity = identity;
        this.policing = policing;
        this.events = events;
        this.audit = audit;
        this.addresses = addresses;
        this.envelopes = envelopes;
        this.once = once;
        this.faults = faults;
        this.meters = meters;
        this.traces = traces;
    }

    Answer answer(RouteMatch.Found found, HttpServletRequest source) {
        ApiRequest request =
                new ApiRequest(found.route(), source.getMethod(), new ReceivedHeaders(source), source.getRemoteAddr());
        RequestMarks.of(request, source);
        MDC.put(RequestMarks.IN_THE_LOG, request.id());
        RequestTraces.Part trace = traces.begin(request);
        int status = INTERNAL;
        boolean isOver = true;
        try {
            Answer answer = answer(request, found, source);
            status = answer.status();
            isOver = answer.putOff() == null;
            return answer;
        } finally {
            if (isOver) {
                meters.answered(request, status);
            }
            trace.end(status);
            MDC.remove(RequestMarks.IN_THE_LOG);
        }
    }

    private Answer answer(ApiRequest request, RouteMatch.Found found, HttpServletRequest source) {
        try {
            read(request, found.variables(), source);
            login.authenticate(request);
        } catch (ApiException refusal) {
            return refuse(request, refusal, isWorthARow(request, refusal));
        } catch (Exception fault) {
            return refuse(request, faults.refusal(request, fault), true);
        }
        try {
            return handle(request);
        } catch (Exception fault) {
            return refuse(request, faults.refusal(request, fault), true);
        }
    }

    /** For requests of which no route can be named, so that no row can be written. */
    Answer refuse(ApiException refusal) {
        return Answer.of(refusal, "", envelopes);
    }

    /** Whoever is not logged in learns that first, and only that, even if his request is malformed as well. */
    private void read(ApiRequest request, Map<String, String> variables, HttpServletRequest source) throws IOException {
        request.client(client(request, source, Optional.empty()));
        RequestReader.Source what = new RequestReader.Source(
                source.getMethod(),
                Objects.requireNonNullElse(source.getQueryString(), ""),
                variables,
                request.userAgent(),
                Objects.requireNonNullElse(source.getContentType(), ""));
        try {
            Optional<PutOff> before = PutOff.of(source);
            if (before.isPresent()) {
                before.get().resume(request);
            } else {
                request.parameters(parameters(what, source));
            }
        } catch (ApiException malformed) {
            login.authenticate(request);
            throw malformed;
        }
        if (CLAIMING.stream().anyMatch(request.route().template()::startsWith)) {
            request.client(client(request, source, text(request, "client")));
        }
    }

    private Parameters parameters(RequestReader.Source what, HttpServletRequest source) throws IOException {
        Optional<StoredBytes> large = ReceivedBody.largeOf(source);
        return large.isPresent()
                ? reader.read(what, large.get())
                : reader.read(what, source.getContentLengthLong(), source.getInputStream());
    }

    private String client(ApiRequest request, HttpServletRequest source, Optional<String> claimed) {
        return addresses.of(source.getRemoteAddr(), request.headers().joined("X-Forwarded-For"), claimed);
    }

    private Answer handle(ApiRequest request) throws Exception {
        StaleAnswer.begin();
        identity.identify(request);
        Optional<KeyedRequest> keyed = KeyedRequests.of(request);
        return keyed.isPresent()
                ? once.answer(request, keyed.get(), this::answer)
                : answer(request, policing.before(request));
    }

    private Answer answer(ApiRequest request, Handler handler) throws Exception {
        HandledEvents.Turn turn = events.before(request);
        Parameters sent = request.parameters();
        Reply reply = StaleAnswer.told(reply(handler, request));
        if (reply.postponement().isPresent()) {
            return Answer.putOff(new PutOff(reply.postponement().get(), sent));
        }
        Answer answer = Answer.of(turn.after(reply), nonce(request), envelopes);
        if (!request.isAudited()) {
            audit.answered(request);
        }
        return answer;
    }

    /**
     * The handler's reply. A rebuild moves tables that requests read, and the database ends a deadlock at the cost of one
     * of them; nothing of it has happened then, so it is handled again.
     */
    private Reply reply(Handler handler, ApiRequest request) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return handler.handle(request);
            } catch (RuntimeException fault) {
                if (!faults.isPassing(fault) || attempt == MOST_ATTEMPTS || request.isAudited()) {
                    throw fault;
                }
            }
        }
    }

    /** Where there is no database, there is no place for a row either, and nobody waits for it a second time. */
    private Answer refuse(ApiRequest request, ApiException refusal, boolean withRow) {
        if (withRow && !refusal.isOutage() && !request.isAudited()) {
            try {
                audit.refused(request, refusal);
            } catch (RuntimeException fault) {
                faults.log(request, "The audit's row of a refusal was not written", fault);
            }
        }
        return Answer.of(refusal, nonce(request), envelopes);
    }

    /** A request without a valid log-in leaves no row; a user who reaches for what is the administrators' does. */
    private static boolean isWorthARow(ApiRequest request, ApiException refusal) {
        return refusal.status() != 401 || request.caller() instanceof Caller.RealmUser;
    }

    private static String nonce(ApiRequest request) {
        return text(request, "nonce").orElse("");
    }

    private static Optional<String> text(ApiRequest request, String name) {
        return request.parameters().value(name).filter(String.class::isInstance).map(String.class::cast);
    }
}
