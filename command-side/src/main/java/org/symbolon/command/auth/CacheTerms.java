package org.symbolon.command.auth;

import java.time.Instant;
import org.symbolon.command.auth.port.CachedLogins.Entry;

/**
 * Which cached log-ins let somebody in.
 *
 * @param firstUsedAfter the log-in itself must be later than this
 * @param lastUsedAfter so must its last use be, null for whenever
 * @param mostUses how often one may be used, 0 for without end
 */
public record CacheTerms(Instant firstUsedAfter, Instant lastUsedAfter, int mostUses) {

    boolean admit(Entry entry) {
        boolean recent = lastUsedAfter == null || entry.lastUsed().isAfter(lastUsedAfter);
        return !isOver(entry) && recent;
    }

    /** Whether it can let nobody in any more, however soon it is used again. */
    boolean isOver(Entry entry) {
        boolean usedUp = mostUses > 0 && entry.uses() >= mostUses;
        return usedUp || !entry.firstUsed().isAfter(firstUsedAfter);
    }
}
