package org.symbolon.command.radiusclient.port;

import java.util.function.Consumer;

/** Decides about log-ins that come by RADIUS. */
public interface RadiusLogins {

    /**
     * Decides, on this thread or, where somebody is waited for, later and on another one. The answer is given once.
     *
     * @param answer hands it to the client
     */
    void decide(RadiusLogin login, Consumer<RadiusVerdict> answer);

    /** Whether log-ins can be decided now, as far as that is known. */
    boolean areReady();
}
