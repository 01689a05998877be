package org.symbolon.api.eventhandler;

import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.RequestFacts;
import org.symbolon.command.eventhandler.Listener;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.events.audit.RequestAnswered;

/** What the audit is told of a handler that has had its turn. */
final class DeedRecord {

    private final ApiRequest request;
    private final Listener listener;
    private final Position position;
    private boolean success = true;
    private String reason = "";

    DeedRecord(ApiRequest request, Listener listener, Position position) {
        this.request = request;
        this.listener = listener;
        this.position = position;
    }

    ApiRequest request() {
        return request;
    }

    Listener listener() {
        return listener;
    }

    /** Says that not all went well, and why; the first reason counts. */
    void failed(String why) {
        success = false;
        reason = reason.isEmpty() ? why : reason;
    }

    /** What the audit calls the turn. */
    String action() {
        return position.name() + "-EVENT " + request.route().event() + ">>"
                + listener.definition().module() + ":" + listener.definition().action();
    }

    RequestAnswered fact() {
        String name = listener.definition().name();
        return RequestFacts.beside(
                request, action(), success, listener.printedOptions(), reason.isEmpty() ? name : name + ": " + reason);
    }
}
