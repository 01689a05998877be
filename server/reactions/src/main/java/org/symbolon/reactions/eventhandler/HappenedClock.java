package org.symbolon.reactions.eventhandler;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.symbolon.reactions.schedule.Clockwork;

/** Has a server look again and again for what has happened to tokens and nobody was told of. */
public final class HappenedClock extends Clockwork {

    private final HappenedTurns turns;

    /**
     * Makes it.
     *
     * @param pause between two looks, and before the first; zero for none at all
     */
    public HappenedClock(HappenedTurns turns, @Value("${symbolon.happenings.pause:10s}") Duration pause) {
        super("symbolon-happened-", "It cannot be found out of what nobody was told", pause, pause);
        this.turns = turns;
    }

    @Override
    protected void look() {
        turns.takeOver();
    }
}
