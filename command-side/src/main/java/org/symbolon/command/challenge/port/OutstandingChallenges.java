package org.symbolon.command.challenge.port;

import java.time.Instant;

/** What the decisions ask about challenges that have not ended. */
@FunctionalInterface
public interface OutstandingChallenges {

    /** Whether there are some that could not be answered any more at this time. */
    boolean anyExpiredBefore(Instant time);
}
