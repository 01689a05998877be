package org.symbolon.reactions.feed.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What administrators see of how feeds go, and what they can do about it. */
public interface FeedRecords {

    /**
     * How a feed goes.
     *
     * @param node that feeds it, empty where none does
     * @param behind how many places in the stream it is behind the newest event
     * @param sent how many facts were taken
     * @param delivered when the last were
     * @param failures since then
     * @param trouble why, empty where nothing is wrong
     * @param deadLetters how many facts were put aside
     */
    record Progress(
            long position,
            String node,
            long behind,
            long sent,
            Optional<Instant> delivered,
            int failures,
            String trouble,
            long deadLetters) {}

    /**
     * A fact that was refused for what it is.
     *
     * @param again whether it waits to be sent again
     */
    record DeadLetter(long position, String eventId, String kind, String reason, Instant putAside, boolean again) {}

    /** Empty where nobody has begun to feed it. */
    Optional<Progress> progress(int feed);

    /** Of every feed that was begun and is defined, by its name. */
    Map<String, Progress> all();

    /** Some, behind a position, in their order. */
    List<DeadLetter> deadLetters(int feed, long after, int most);

    /** Has all sent again, or the one of a position; answers how many. */
    int sendAgain(int feed, Optional<Long> position);

    /** Forgets all, or the one of a position; answers how many. */
    int drop(int feed, Optional<Long> position);

    /** Has a feed go on behind a position, which may lie before or after what it has sent; answers whether it was ever begun. */
    boolean move(int feed, long position);
}
