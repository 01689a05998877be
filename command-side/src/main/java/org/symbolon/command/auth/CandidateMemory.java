package org.symbolon.command.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.events.shared.TokenOwner;

/**
 * Remembers which tokens a user had when they were last looked up. A change on any node makes that wrong, so it only
 * proposes: the aggregates decide, and what it proposes is never enough to refuse anybody.
 */
final class CandidateMemory {

    private static final long MOST_USERS = 100_000;
    private static final Duration EXPIRY = Duration.ofMinutes(10);

    private final Cache<TokenOwner, List<Candidate>> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_USERS)
            .expireAfterWrite(EXPIRY)
            .build();

    void remember(TokenOwner owner, List<Candidate> candidates) {
        remembered.put(owner, List.copyOf(candidates));
    }

    /** The user's tokens as they were, none for a user who is not remembered. */
    List<Candidate> of(TokenOwner owner) {
        List<Candidate> candidates = remembered.getIfPresent(owner);
        return candidates == null ? List.of() : candidates;
    }
}
