package org.symbolon.events.radiusserver;

import org.symbolon.events.shared.Sealed;

/**
 * How a RADIUS server is asked.
 *
 * @param secret what both sides share, null if there is none
 * @param dictionary path of a file with names of attributes
 * @param timeout in seconds
 * @param authenticatorEnforced whether requests carry, and answers must carry, a Message-Authenticator
 */
public record RadiusSettings(
        String server,
        int port,
        Sealed secret,
        String dictionary,
        String description,
        int timeout,
        int retries,
        boolean authenticatorEnforced) {}
