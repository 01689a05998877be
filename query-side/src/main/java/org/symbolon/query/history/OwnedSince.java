package org.symbolon.query.history;

import java.util.List;
import java.util.function.Consumer;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;

/** Finds out since which event a token is somebody's, from those that say whose it is, in their order. */
final class OwnedSince implements Consumer<PastEvent> {

    /** The events that are to be read. */
    static final List<String> EVENTS =
            List.of("TokenEnrolled", "TokenReenrolled", "TokenAssigned", "TokenUnassigned", "TokenDeleted");

    private static final long NEVER = Long.MAX_VALUE;

    private final TokenOwner owner;
    private long since = NEVER;

    OwnedSince(TokenOwner owner) {
        this.owner = owner;
    }

    @Override
    public void accept(PastEvent past) {
        boolean isHis = isHisAfter(past.event());
        if (isHis && since == NEVER) {
            since = past.sequence();
        } else if (!isHis) {
            since = NEVER;
        }
    }

    private boolean isHisAfter(Object event) {
        if (event instanceof TokenEnrolled enrolled) {
            return owner.equals(enrolled.owner());
        }
        if (event instanceof TokenAssigned assigned) {
            return owner.equals(assigned.owner());
        }
        if (event instanceof TokenReenrolled reenrolled && reenrolled.owner() != null) {
            return owner.equals(reenrolled.owner());
        }
        return event instanceof TokenReenrolled && since != NEVER;
    }

    /** The number of that event; more than any event has if the token is not his. */
    long number() {
        return since;
    }
}
