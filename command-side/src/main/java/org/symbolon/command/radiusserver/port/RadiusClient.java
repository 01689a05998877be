package org.symbolon.command.radiusserver.port;

/** Asks RADIUS servers whether they let somebody in. */
public interface RadiusClient {

    /**
     * Answers what the server says. Whoever does not {@linkplain RadiusRequest#fits() fit} is rejected without being asked
     * about, and an answer that is not proven to be the server's own counts as none.
     *
     * @throws RadiusUnavailableException if there is no answer within the time and tries that the server is given
     */
    RadiusAnswer ask(RadiusPeer peer, RadiusRequest request);
}
