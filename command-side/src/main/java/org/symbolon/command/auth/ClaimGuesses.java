package org.symbolon.command.auth;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Caches;
import org.symbolon.events.shared.TokenOwner;

/**
 * Counts in this process how often a user who has no token tries to claim one. Every value that somebody makes up may be one
 * that any of many tokens shows, and there is no token yet whose fail counter would stop him.
 */
public final class ClaimGuesses {

    private static final int MOST_USERS = 100_000;
    private static final Duration SPAN = Duration.ofHours(1);

    private final SystemSettings settings;
    private final Cache<TokenOwner, AtomicInteger> tries =
            Caches.newBuilder().maximumSize(MOST_USERS).expireAfterWrite(SPAN).build();

    public ClaimGuesses(SystemSettings settings) {
        this.settings = settings;
    }

    /** Counts one more try; whether it may be made: no more of them in an hour than a token bears failures. */
    public boolean another(TokenOwner user) {
        int number = tries.get(user, key -> new AtomicInteger()).incrementAndGet();
        return number <= settings.number("DefaultMaxFailCount", 10);
    }

    /** Forgets the tries of a user who has got a token. */
    public void forget(TokenOwner user) {
        tries.invalidate(user);
    }
}
