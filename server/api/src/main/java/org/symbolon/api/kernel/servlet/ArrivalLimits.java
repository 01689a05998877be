package org.symbolon.api.kernel.servlet;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a request may take to arrive, and what it may hold meanwhile. The measure is that of Apache's
 * {@code mod_reqtimeout}: a time to begin with, and more for whoever sends at a fair rate.
 */
@Component
final class ArrivalLimits {

    private static final Duration MOST_FOR_A_BODY = Duration.ofMinutes(2);
    private static final Duration MOST_FOR_A_LARGE_FILE = Duration.ofMinutes(30);

    private final Duration headerTime;
    private final Duration bodyTime;
    private final int bodyRate;
    private final int connectionsPerAddress;

    /**
     * @param headerTime how long a header may take, from its first byte to its last
     * @param bodyTime how long a body may take at least
     * @param bodyRate how many bytes of a body earn it another second
     * @param connectionsPerAddress how many connections one address may hold that is no proxy
     */
    ArrivalLimits(
            @Value("${symbolon.header-time:10s}") Duration headerTime,
            @Value("${symbolon.body-time:10s}") Duration bodyTime,
            @Value("${symbolon.body-rate:500}") int bodyRate,
            @Value("${symbolon.connections-per-address:500}") int connectionsPerAddress) {
        if (headerTime.isNegative() || headerTime.isZero() || bodyTime.isNegative() || bodyTime.isZero()) {
            throw new IllegalArgumentException(
                    "symbolon.header-time and symbolon.body-time must be longer than nothing");
        }
        if (bodyRate < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException(
                    "symbolon.body-rate and symbolon.connections-per-address must be positive numbers");
        }
        this.headerTime = headerTime;
        this.bodyTime = bodyTime;
        this.bodyRate = bodyRate;
        this.connectionsPerAddress = connectionsPerAddress;
    }

    Duration headerTime() {
        return headerTime;
    }

    /** How long a body may have taken of which so many bytes are there. */
    Duration bodyTime(long arrived, boolean large) {
        Duration most = large ? MOST_FOR_A_LARGE_FILE : MOST_FOR_A_BODY;
        Duration earned = bodyTime.plusSeconds(arrived / bodyRate);
        return earned.compareTo(most) < 0 ? earned : most;
    }

    int connectionsPerAddress() {
        return connectionsPerAddress;
    }
}
