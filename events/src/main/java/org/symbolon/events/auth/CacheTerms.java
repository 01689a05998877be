package org.symbolon.events.auth;

import java.time.Instant;

/**
 * Which cached log-ins let somebody in.
 *
 * @param firstUsedAfter the log-in itself must be later than this
 * @param lastUsedAfter so must its last use be, null for whenever
 * @param mostUses how often one may be used, 0 for without end
 */
public record CacheTerms(Instant firstUsedAfter, Instant lastUsedAfter, int mostUses) {}
