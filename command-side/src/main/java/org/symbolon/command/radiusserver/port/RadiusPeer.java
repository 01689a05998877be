package org.symbolon.command.radiusserver.port;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.events.shared.Secret;

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

    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^]]+]|[^:]+):(\\d{1,5})");
    private static final int USUAL_PORT = 1812;

    public RadiusPeer {
        timeout = timeout.isZero() ? DEFAULT_TIMEOUT : timeout;
        tries = Math.max(tries, 1);
    }

    /** One that is known by its address alone, perhaps with a port, and asked three times, each five seconds. */
    public static RadiusPeer at(String address, Secret secret) {
        Matcher written = WITH_PORT.matcher(address.strip());
        return written.matches()
                ? at(written.group(1), Integer.parseInt(written.group(2)), secret)
                : at(address.strip(), USUAL_PORT, secret);
    }

    private static RadiusPeer at(String host, int port, Secret secret) {
        return new RadiusPeer(host, port, secret, Duration.ofSeconds(5), 3, false);
    }
}
