package org.symbolon.api.kernel.servlet;

import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ForeignAnswer;
import org.symbolon.api.kernel.ForeignRequests;
import org.symbolon.api.kernel.HandledEvents;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.RequestAudit;
import org.symbolon.api.kernel.RequestIdentity;
import org.symbolon.api.kernel.RequestPolicing;

/** Goes the way of {@link RequestPipeline} with requests of other protocols, whose answers somebody else writes. */
@Component
final class AuditedForeignRequests implements ForeignRequests {

    private static final int MOST_ATTEMPTS = 5;
    private static final int INTERNAL = 500;

    private final RequestIdentity identity;
    private final RequestPolicing policing;
    private final HandledEvents events;
    private final RequestAudit audit;
    private final Faults faults;
    private final RequestMeters meters;
    private final RequestTraces traces;

    AuditedForeignRequests(
            RequestIdentity identity,
            RequestPolicing policing,
            HandledEvents events,
            RequestAudit audit,
            Faults faults,
            RequestMeters meters,
            RequestTraces traces) {
        this.identity = identity;
        this.policing = policing;
        this.events = events;
        this.audit = audit;
        this.faults = faults;
        this.meters = meters;
        this.traces = traces;
    }

    @Override
    public Reply handle(ApiRequest request) {
        MDC.put(RequestMarks.IN_THE_LOG, request.id());
        RequestTraces.Part trace = traces.begin(request);
        int status = INTERNAL;
        boolean isOver = true;
        try {
            Reply reply = reply(request);
            status = reply.status();
            isOver = reply.postponement().isEmpty();
            return reply;
        } catch (ApiException refusal) {
            status = refusal.status();
            throw refusal;
        } finally {
            if (isOver) {
                meters.answered(request, status);
            }
            trace.end(status);
            MDC.remove(RequestMarks.IN_THE_LOG);
        }
    }

    private Reply reply(ApiRequest request) {
        try {
            StaleAnswer.begin();
            identity.identify(request);
            Handler handler = policing.before(request);
            HandledEvents.Turn turn = events.before(request);
            Reply reply = reply(handler, request);
            if (reply.postponement().isPresent()) {
                return reply;
            }
            Reply answer = handled(reply, turn);
            if (!request.isAudited()) {
                audit.answered(request);
            }
            return answer;
        } catch (Exception fault) {
            throw refused(request, faults.refusal(request, fault));
        }
    }

    /** Where nobody listens, nothing is made for him to look at. */
    private static Reply handled(Reply reply, HandledEvents.Turn turn) {
        if (turn == HandledEvents.Turn.NOBODYS) {
            return reply;
        }
        ForeignAnswer answer = (ForeignAnswer) reply.envelope().value();
        return reply.withValue(answer.after(turn.after(answer.told())));
    }

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
