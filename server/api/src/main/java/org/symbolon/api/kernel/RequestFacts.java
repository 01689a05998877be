package org.symbolon.api.kernel;

import java.time.Duration;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.StorableText;

/**
 * The audit's fact about a request, from what the edge and the handlers noted. What is empty is left out, and what is long
 * is cut: anybody can send a name of a megabyte, and facts are kept for ever.
 */
final class RequestFacts {

    /** More than any column of the audit takes. */
    static final int MOST_CHARACTERS = 256;

    private RequestFacts() {}

    static RequestAnswered of(ApiRequest request) {
        AuditNotes notes = request.notes();
        return new RequestAnswered(
                request.route().action(),
                notes.success(),
                cut(notes.serial()),
                cut(notes.tokenType()),
                cut(notes.user()),
                cut(notes.realm()),
                cut(notes.resolver()),
                cut(notes.administrator()),
                cut(notes.actionDetail()),
                cut(notes.info()),
                orNull(String.join(",", notes.policies())),
                request.startedAt(),
                Duration.ofNanos((System.nanoTime() - request.startedNanos()) / 1000 * 1000),
                Long.toString(Thread.currentThread().getId()));
    }

    private static String cut(String text) {
        return orNull(StorableText.cut(text, MOST_CHARACTERS));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
