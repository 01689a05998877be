package org.symbolon.query.radiusserver;

import org.symbolon.events.shared.Sealed;

/**
 * What it takes to ask a RADIUS server.
 *
 * @param secret null if there is none
 * @param timeout in seconds
 */
public record RadiusServerAccess(
        String server, int port, Sealed secret, int timeout, int retries, boolean authenticatorEnforced) {}
