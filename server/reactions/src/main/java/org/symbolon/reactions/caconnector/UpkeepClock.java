package org.symbolon.reactions.caconnector;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.symbolon.reactions.schedule.Clockwork;

/** Has a server look every few minutes what is to be done about certificates. */
public final class UpkeepClock extends Clockwork {

    private final CertificateUpkeep upkeep;

    /**
     * Makes it.
     *
     * @param pause between two looks, and before the first; zero for none at all
     */
    public UpkeepClock(CertificateUpkeep upkeep, @Value("${symbolon.ca-pause:5m}") Duration pause) {
        super("symbolon-certificates-", "Certificates cannot be looked after", pause, pause);
        this.upkeep = upkeep;
    }

    @Override
    protected void look() {
        upkeep.run();
    }
}
