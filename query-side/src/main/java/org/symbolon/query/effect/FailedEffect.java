package org.symbolon.query.effect;

import java.time.LocalDateTime;

/**
 * An effect that has failed so far. Times are UTC.
 *
 * @param state whether it is outstanding or given up
 * @param nextAttempt null where there is none
 * @param serial of the token that it is about, null for none
 */
public record FailedEffect(
        String effectId,
        String kind,
        String state,
        int attempts,
        String reason,
        LocalDateTime nextAttempt,
        LocalDateTime planned,
        String serial) {}
