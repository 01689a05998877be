package org.symbolon.api.kernel.servlet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.api.kernel.Reply;
import org.symbolon.projections.shared.Staleness;

/**
 * Says of an answer that it is not what it should be: the read models that it comes from have not come to the end of the stream, or
 * lack events that cannot be read. HTTP has no header for that any more (RFC 9111, 5.5, ends Warning), so it is one of our own, in the
 * form of a dictionary (RFC 9651, 3.2).
 */
final class StaleAnswer {

    static final String HEADER = "Symbolon-Stale";

    private StaleAnswer() {}

    /** What earlier requests of this thread were told is nothing to the next one. */
    static void begin() {
        Staleness.forget();
    }

    static Reply told(Reply reply) {
        return Staleness.taken().map(stale -> with(reply, stale)).orElse(reply);
    }

    static Reply with(Reply reply, Staleness stale) {
        Reply marked = reply.header(
                HEADER,
                "position=%d, behind=%d, unreadable=%d"
                        .formatted(stale.position(), stale.behind(), stale.unreadable()));
        if (!(reply.body() instanceof Reply.Envelope envelope)) {
            return marked;
        }
        Map<String, Object> detail = new LinkedHashMap<>(envelope.detail());
        detail.put("stale", json(stale));
        return marked.detail(detail);
    }

    private static Map<String, Object> json(Staleness stale) {
        return Map.of(
                "position", stale.position(),
                "behind", stale.behind(),
                "unreadable", stale.unreadable(),
                "message", message(stale));
    }

    private static String message(Staleness stale) {
        return stale.behind() > 0
                ? "This is how it was " + stale.behind() + " events ago."
                : "This lacks what cannot be read: " + stale.unreadable() + " events, and what follows from them.";
    }
}
