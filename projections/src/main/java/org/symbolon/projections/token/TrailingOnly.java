package org.symbolon.projections.token;

import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpRejected;

/**
 * Tells the facts of ordinary log-ins, for which no inline projector writes anything. A transaction of such facts alone is
 * complete when they are appended.
 */
public final class TrailingOnly {

    private TrailingOnly() {}

    /** Whether no projector writes anything for this event in the transaction that appends it. */
    public static boolean test(Object event) {
        return event instanceof OtpAccepted || event instanceof OtpRejected || event instanceof RequestAnswered;
    }
}
