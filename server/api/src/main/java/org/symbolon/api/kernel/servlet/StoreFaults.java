package org.symbolon.api.kernel.servlet;

import java.util.OptionalLong;

/** What the edge wants to know of a failure of whatever keeps the data, without knowing what that is. */
public interface StoreFaults {

    /** Whether the failure comes from there. */
    boolean isBehind(Throwable fault);

    /** Whether it is away, or so busy that there was no way to ask it: the same may go well later. */
    boolean isAway(Throwable fault);

    /** Whether it is known to be away, so that the log says so already. */
    boolean isKnownToBeAway(Throwable fault);

    /** Whether nothing has happened, and the same may go well when it is done again. */
    boolean isPassing(Throwable fault);

    /** Which event it is, by its position, that cannot be read, where that is what the failure is about. */
    OptionalLong unreadableEvent(Throwable fault);

    /** The store's own word for one cause of a failure, for the log; empty if it has none. */
    String wordFor(Throwable cause);
}
