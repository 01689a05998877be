package org.symbolon.reactions.feed;

import java.time.Duration;

/**
 * How long what takes with feeds.
 *
 * @param look between two looks for feeds that nobody feeds
 * @param lease how long a node holds a feed that it does not renew
 * @param firstPause after a failure; each further one in a row doubles it
 * @param longestPause after a failure
 * @param attempts how often a fact is tried that is refused for what it is
 */
public record FeedTimes(Duration look, Duration lease, Duration firstPause, Duration longestPause, int attempts) {

    private static final int MOST_DOUBLINGS = 20;

    /** How long to wait after so many failures in a row. */
    Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }

    /** How often a hold is renewed. */
    Duration renewal() {
        return lease.dividedBy(10);
    }
}
