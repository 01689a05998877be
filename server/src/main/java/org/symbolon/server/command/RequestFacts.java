package org.symbolon.server.command;

import java.time.Duration;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.AuditNotes;

/** The audit's fact about a request, from what the edge and the handlers noted. What is empty is left out. */
final class RequestFacts {

    private RequestFacts() {}

    static RequestAnswered of(ApiRequest request) {
        AuditNotes notes = request.notes();
        return new RequestAnswered(
                request.route().action(),
                notes.success(),
                orNull(notes.serial()),
                orNull(notes.tokenType()),
                orNull(notes.user()),
                orNull(notes.realm()),
                orNull(notes.resolver()),
                orNull(notes.administrator()),
                orNull(notes.actionDetail()),
                orNull(notes.info()),
                orNull(String.join(",", notes.policies())),
                request.startedAt(),
                Duration.ofNanos((System.nanoTime() - request.startedNanos()) / 1000 * 1000),
                Long.toString(Thread.currentThread().getId()));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
