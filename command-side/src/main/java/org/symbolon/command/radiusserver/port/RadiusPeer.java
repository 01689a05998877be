package org.symbolon.command.radiusserver.port;

import java.time.Duration;
import org.symbolon.command.secret.Secret;

/**
 * Where a RADIUS server is, and how it is asked.
 *
 * @param timeout how long an answer is waited for before the server is asked again; {@link #DEFAULT_TIMEOUT} if it is none
 * @param tries how often it is asked; once if it is less
 * @param authenticatorRequired whether an answer without a Message-Authenticator counts as none
 */
public record RadiusPeer(
        String host, int port, Secret secret, Duration timeout, int tries, boolean authenticatorRequired) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public RadiusPeer {
        timeout = timeout.isZero() ? DEFAULT_TIMEOUT : timeout;
        tries = Math.max(tries, 1);
    }
}
