package org.symbolon.projections.support;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.symbolon.events.auth.CachedLoginUsed;
import org.symbolon.events.auth.CachedLoginsForgotten;
import org.symbolon.events.auth.ExpiredRevocationsRemoved;
import org.symbolon.events.auth.LogInCounted;
import org.symbolon.events.auth.LoginCached;
import org.symbolon.events.auth.LoginRevoked;
import org.symbolon.events.shared.Sealed;

/** Log-ins that are revoked, each once, and whose revocations are cleared away. */
final class RandomLogins {

    private final Random random;

    RandomLogins(Random random) {
        this.random = random;
    }

    Object next() {
        return random.nextBoolean() ? revoking() : caching();
    }

    /** Entries are named by the positions of events, of which some have made one. */
    private Object caching() {
        Long entry = 1024L * (1 + random.nextInt(1000));
        return switch (random.nextInt(5)) {
            case 0 -> new CachedLoginUsed(entry);
            case 1 -> new CachedLoginsForgotten(List.of(entry, entry + 1024, entry + 2048));
            case 2 -> new LogInCounted("user" + random.nextInt(3), "realm1", time(), random.nextBoolean(), 3, time());
            default ->
                new LoginCached(
                        "user" + random.nextInt(3),
                        "realm1",
                        "passwd",
                        "100" + random.nextInt(3),
                        new Sealed("key", "box" + random.nextInt(100)));
        };
    }

    private Object revoking() {
        if (random.nextInt(5) == 0) {
            return new ExpiredRevocationsRemoved(time());
        }
        return new LoginRevoked(Long.toHexString(random.nextLong()), time());
    }

    private Instant time() {
        return EventStream.timeOf(1).plusSeconds(random.nextInt(3600)).plusNanos(random.nextInt(1_000_000_000));
    }
}
