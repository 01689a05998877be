package org.symbolon.query.history;

import java.time.Instant;
import java.util.Map;

/**
 * One event: what happened, when, by whom and from where. What is not known is null.
 *
 * @param event name of the event
 * @param changes what the event says, without secrets
 */
public record HistoryEntry(
        String event,
        Instant time,
        String actor,
        String role,
        String realm,
        String client,
        String userAgent,
        String requestId,
        String node,
        Map<String, Object> changes) {}
