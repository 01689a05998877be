package org.symbolon.connectors.web;

import java.time.Clock;
import java.util.Random;
import org.symbolon.connectors.network.AddressGuard;
import org.symbolon.connectors.network.Probes;

/**
 * What all stores over HTTP share: where they may stand, looking whether a server is back, the time by which their tokens end, and
 * chance.
 */
public final class WebNetwork implements AutoCloseable {

    private final AddressGuard guard;
    private final Probes probes = new Probes("web-store-probe");
    private final Clock clock;
    private final Random random;

    /** The random source makes the passwords that nobody knows, of users who have none yet, and numbers of assertions. */
    public WebNetwork(AddressGuard guard, Clock clock, Random random) {
        this.guard = guard;
        this.clock = clock;
        this.random = random;
    }

    AddressGuard guard() {
        return guard;
    }

    Probes probes() {
        return probes;
    }

    Clock clock() {
        return clock;
    }

    Random random() {
        return random;
    }

    @Override
    public void close() {
        probes.close();
    }
}
