package org.symbolon.command.auth.port;

import java.time.Instant;

/** What the decisions ask about revoked log-ins. */
@FunctionalInterface
public interface Revocations {

    /** Whether there are some of log-ins that had ended by themselves at this time. */
    boolean anyExpiredBefore(Instant time);
}
