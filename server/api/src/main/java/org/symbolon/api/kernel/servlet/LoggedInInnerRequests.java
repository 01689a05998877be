package org.symbolon.api.kernel.servlet;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.HandledEvents;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.InnerRequests;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.RequestAudit;
import org.symbolon.api.kernel.RequestHeaders;
import org.symbolon.api.kernel.RequestId;
import org.symbolon.api.kernel.RequestIdentity;
import org.symbolon.api.kernel.RequestPolicing;
import org.symbolon.api.kernel.login.RequestLogin;
import org.symbolon.api.kernel.route.RouteMatch;
import org.symbolon.api.kernel.route.RouteTable;

/** Goes the way of {@link RequestPipeline} with requests that came by no connection. */
@Component
final class LoggedInInnerRequests implements InnerRequests {

    private final ObjectProvider<RouteTable> routes;
    private final RequestLogin login;
    private final RequestIdentity identity;
    private final RequestPolicing policing;
    private final HandledEvents events;
    private final RequestAudit audit;
    private final Faults faults;

    /** The table of routes is asked for when it is there: endpoints, of which it is made, send such requests. */
    LoggedInInnerRequests(
            ObjectProvider<RouteTable> routes,
            RequestLogin login,
            RequestIdentity identity,
            RequestPolicing policing,
            HandledEvents events,
            RequestAudit audit,
            Faults faults) {
        this.routes = routes;
        this.login = login;
        this.identity = identity;
        this.policing = policing;
        this.events = events;
        this.audit = audit;
        this.faults = faults;
    }

    @Override
    public ApiRequest of(Sender sender, Wanted wanted) {
        ApiRequest request = identified(sender, wanted);
        policing.requireRight(request);
        return request;
    }

    @Override
    public Optional<ApiException> send(Sender sender, Wanted wanted, Runnable within) {
        ApiRequest request = identified(sender, wanted);
        AtomicBoolean decided = new AtomicBoolean();
        request.whenDecided(() -> {
            decided.set(true);
            within.run();
        });
        try {
            StaleAnswer.begin();
            Handler handler = policing.before(request);
            HandledEvents.Turn turn = events.before(request);
            turn.after(handler.handle(request));
            if (!request.isAudited()) {
                audit.answered(request);
            }
            if (!decided.get()) {
                within.run();
            }
            return Optional.empty();
        } catch (Exception fault) {
            return Optional.of(refused(request, faults.refusal(request, fault)));
        }
    }

    private ApiRequest identified(Sender sender, Wanted wanted) {
        RouteMatch.Found found = (RouteMatch.Found) routes.getObject().match(wanted.method(), wanted.path());
        RequestHeaders headers = name -> name.equalsIgnoreCase(RequestId.HEADER)
                ? List.of(sender.id())
                : sender.headers().all(name);
        ApiRequest request = new ApiRequest(found.route(), wanted.method(), headers, sender.peer());
        request.client(sender.client());
        request.parameters(Parameters.of(wanted.parameters()).with(found.variables()));
        login.authenticate(request);
        identity.identify(request);
        return request;
    }

    private ApiException refused(ApiRequest request, ApiException refusal) {
        if (!refusal.isOutage() && !request.isAudited()) {
            try {
                audit.refused(request, refusal);
            } catch (RuntimeException fault) {
                faults.log(request, "The audit's row of a refusal was not written", fault);
            }
        }
        return refusal;
    }
}
