package org.symbolon.reactions.schedule;

import org.slf4j.Logger;

/** A look that is taken again and again: none ends all later ones, and an outage is one line in the log. */
public final class RepeatedLook implements Runnable {

    private final Runnable look;
    private final Logger log;
    private final String trouble;
    private boolean blind;

    /**
     * Makes it.
     *
     * @param trouble what the log says where a look fails, before "at the moment"
     */
    public RepeatedLook(Runnable look, Logger log, String trouble) {
        this.look = look;
        this.log = log;
        this.trouble = trouble;
    }

    @Override
    public void run() {
        try {
            look.run();
            blind = false;
        } catch (RuntimeException failure) {
            if (!blind) {
                log.warn("{} at the moment: {}", trouble, failure.toString());
            }
            blind = true;
        }
    }
}
