package org.symbolon.reactions.feed;

import java.time.Duration;
import org.symbolon.reactions.schedule.Clockwork;

/** Has a server look again and again which feeds there are. */
public final class FeedClock extends Clockwork {

    private final Feeders feeders;

    public FeedClock(Feeders feeders, FeedTimes times) {
        super("symbolon-feeds-", "It cannot be found out which feeds there are", Duration.ZERO, times.look());
        this.feeders = feeders;
    }

    @Override
    protected void look() {
        feeders.look();
    }
}
