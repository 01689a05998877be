package org.symbolon.cli.events;

import java.util.Optional;
import java.util.function.Consumer;

/** What the command line may do with the stored events: read them. */
public interface EventLog {
    /**
     * Hands over one event after the other, in the order of the stream, each as one line of JSON without secrets. Answers how many there
     * were.
     */
    long read(Selection selection, Consumer<String> line);

    /**
     * Which events are wanted.
     *
     * @param serial the token whose events they are
     * @param from the position to begin at
     * @param limit how many at most
     */
    record Selection(Optional<String> serial, long from, long limit) {}
}
