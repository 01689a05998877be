package org.symbolon.reactions.feed;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.reactions.schedule.Clockwork;

/** Has a server look again and again which feeds there are. */
public final class FeedClock extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(FeedClock.class);

    private final Feeders feeders;
    private boolean blind;

    public FeedClock(Feeders feeders, FeedTimes times) {
        super("symbolon-feeds-", Duration.ZERO, times.look());
        this.feeders = feeders;
    }

    /** An outage is one line in the log. */
    @Override
    protected void look() {
        try {
            feeders.look();
            blind = false;
        } catch (RuntimeException failure) {
            if (!blind) {
                LOG.warn("It cannot be found out at the moment which feeds there are: {}", failure.toString());
            }
            blind = true;
        }
    }
}
