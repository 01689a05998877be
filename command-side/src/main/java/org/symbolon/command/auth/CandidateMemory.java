package org.symbolon.command.auth;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.util.List;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.shared.Caches;
import org.symbolon.events.shared.TokenOwner;

/**
 * Remembers which tokens a user had when they were last looked up. It only proposes: the aggregates decide, and what it
 * proposes is never enough to refuse anybody. Whoever gets another token is forgotten.
 */
public final class CandidateMemory {

    private static final long BYTES_OF_A_USER = 600;

    /** No more than take an eighth of the heap. */
    private static final long MOST_USERS =
            Math.min(100_000, Runtime.getRuntime().maxMemory() / 8 / BYTES_OF_A_USER);

    private static final Duration EXPIRY = Duration.ofMinutes(10);

    private final Cache<TokenOwner, List<Candidate>> remembered =
            Caches.newBuilder().maximumSize(MOST_USERS).expireAfterWrite(EXPIRY).build();

    private long forgotten;

    /** A mark of the time before a look-up. */
    synchronized long mark() {
        return forgotten;
    }

    /** Keeps what was looked up after the mark was taken, unless somebody was forgotten since. */
    synchronized void remember(TokenOwner owner, List<Candidate> candidates, long mark) {
        if (mark == forgotten) {
            remembered.put(owner, List.copyOf(candidates));
        }
    }

    /** Forgets a user who has got another token. */
    public synchronized void forget(TokenOwner owner) {
        forgotten++;
        remembered.invalidate(owner);
    }

    /** Forgets everybody. */
    public synchronized void forgetAll() {
        forgotten++;
        remembered.invalidateAll();
    }

    /** The user's tokens as they were, none for a user who is not remembered. */
    List<Candidate> of(TokenOwner owner) {
        List<Candidate> candidates = remembered.getIfPresent(owner);
        return candidates == null ? List.of() : candidates;
    }
}
