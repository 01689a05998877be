package org.symbolon.query.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All facts in the order of the stream, none left out and none late. */
public interface FactStream {

    /**
     * Some facts.
     *
     * @param last the position up to which the stream has been read
     */
    record Page(List<PublicFact> facts, long last) {}

    /** At most so many of those behind a position. */
    Page after(long position, int most);

    /** The position of the newest fact, whether it may be read yet or not. */
    long newest();

    /** The realms that tokens were in at a position; those that were never enrolled are missing. */
    Map<String, Set<String>> realmsAt(Set<String> serials, long position);

    /** Something that tells when there may be more; to be closed. */
    Bell bell();

    /** Rings when there may be more to read. */
    interface Bell extends AutoCloseable {

        /** Waits until there may be more, or for so long; to be asked before the stream is read. */
        void await(Duration patience) throws InterruptedException;

        @Override
        void close();
    }
}
