package org.symbolon.api.kernel;

import java.time.Duration;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.StorableText;

/**
 * The audit's fact about a request, from what the edge and the handlers noted. Whoever or whatever is not named is left out, what
 * is not said is an empty text, as in eduMFA, and what is long is cut: anybody can send a name of a megabyte, and facts are kept for
 * ever.
 */
public final class RequestFacts {

    /** More than any column of the audit takes. */
    static final int MOST_CHARACTERS = 256;

    private RequestFacts() {}

    static RequestAnswered of(ApiRequest request) {
        AuditNotes notes = request.notes();
        return beside(request, request.route().action(), notes.success(), notes.actionDetail(), notes.info());
    }

    /** The fact about something that was done because of a request: about whom and what that is, says the request. */
    public static RequestAnswered beside(
            ApiRequest request, String action, boolean success, String detail, String info) {
        AuditNotes notes = request.notes();
        return new RequestAnswered(
                action,
                success,
                named(notes.serial()),
                named(notes.tokenType()),
                named(notes.user()),
                named(notes.realm()),
                named(notes.resolver()),
                named(notes.administrator()),
                cut(detail),
                cut(info),
                orNull(String.join(",", notes.policies())),
                request.startedAt(),
                Duration.ofNanos((System.nanoTime() - request.startedNanos()) / 1000 * 1000),
                Long.toString(Thread.currentThread().getId()));
    }

    private static String named(String text) {
        return orNull(cut(text));
    }

    private static String cut(String text) {
        return StorableText.cut(text, MOST_CHARACTERS);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
