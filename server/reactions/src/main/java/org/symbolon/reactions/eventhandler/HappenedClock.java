package org.symbolon.reactions.eventhandler;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.symbolon.reactions.schedule.Clockwork;

/** Has a server look again and again for what has happened to tokens and nobody was told of. */
public final class HappenedClock extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(HappenedClock.class);

    private final HappenedTurns turns;

    /**
     * Makes it.
     *
     * @param pause between two looks, and before the first; zero for none at all
     */
    public HappenedClock(HappenedTurns turns, @Value("${symbolon.happenings.pause:10s}") Duration pause) {
        super("symbolon-happened-", pause, pause);
        this.turns = turns;
    }

    @Override
    protected void look() {
        try {
            turns.takeOver();
        } catch (RuntimeException failure) {
            LOG.warn("Cannot look for what nobody was told of: {}", failure.toString());
        }
    }
}
