package org.symbolon.query.history;

import java.util.function.Consumer;

/**
 * Events as they are stored, in the order of the stream, however many they are. The answer is their number.
 *
 * @param serial the token whose events are wanted, null for all events
 * @param from the position to begin at
 * @param limit how many events at most
 * @param sink gets one event after the other while they are being read
 */
public record StreamEvents(String serial, long from, long limit, Consumer<StoredEvent> sink) {}
