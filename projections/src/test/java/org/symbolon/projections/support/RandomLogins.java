package org.symbolon.projections.support;

import java.time.Instant;
import java.util.Random;
import org.symbolon.events.auth.ExpiredRevocationsRemoved;
import org.symbolon.events.auth.LoginRevoked;

/** Log-ins that are revoked, each once, and whose revocations are cleared away. */
final class RandomLogins {

    private final Random random;
    private int lastNonce;

    RandomLogins(Random random) {
        this.random = random;
    }

    Object next() {
        if (random.nextInt(5) == 0) {
            return new ExpiredRevocationsRemoved(time());
        }
        return new LoginRevoked("nonce" + ++lastNonce, time());
    }

    private static Instant start() {
        return EventStream.timeOf(1);
    }

    private Instant time() {
        return start().plusSeconds(random.nextInt(3600)).plusNanos(random.nextInt(1_000_000_000));
    }
}
