package org.symbolon.command.eventhandler.port;

/** Knows where the streams of aggregates end. */
@FunctionalInterface
public interface StreamEnds {

    /**
     * Whether nothing comes behind an event of a stream, as far as that is known without waiting: another node may have appended
     * something in this very moment.
     *
     * @param version the event's sequence number in its stream; null for one that has none
     */
    boolean isEnd(String aggregateId, Long version);
}
