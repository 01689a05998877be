package org.symbolon.query.history;

import java.util.Map;

/**
 * An event as it is stored, without secrets.
 *
 * @param index its position in the stream
 * @param aggregate what it happened to, null if it belongs to nothing
 * @param sequence its number among the events of the aggregate, null without one
 * @param authentic whether this server has stored just that; what else it says is not to be believed otherwise
 */
public record StoredEvent(
        long index,
        String name,
        String revision,
        String aggregate,
        Long sequence,
        String time,
        Map<String, Object> payload,
        Map<String, Object> metadata,
        boolean authentic) {}
