package org.symbolon.reactions.feed.port;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.feed.port.FeedTarget;

/** The feeds that administrators have defined. */
public interface DefinedFeeds {

    /** A text for each, by its number, that becomes another one whenever the feed is changed. */
    Map<Integer, String> versions();

    /** One with its secrets in clear; empty if it is gone. */
    Optional<FeedTarget> open(int number);
}
