package org.symbolon.command.token;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.token.TokenLimit;

/** Whether limits leave room for one more token. */
public final class Room {

    private static final int POLICY = 303;

    private Room() {}

    /**
     * Lets one more be made, and one that is there already be made anew.
     *
     * @throws Refusal 303 if there is no room for it
     */
    public static void require(TokenLimit limit, TokenCensus census) {
        if (!isLeft(limit, census)) {
            throw tooMany(limit);
        }
    }

    /**
     * Lets this many more be put into use.
     *
     * @throws Refusal 303 if there is no room for them
     */
    static void requireFor(long more, TokenLimit limit, TokenCensus census) {
        if (more > 0 && census.count(limit.tokens()).number() + more > limit.most()) {
            throw tooMany(limit);
        }
    }

    /** What the first limit that leaves no room says; empty if there is room. */
    public static Optional<String> refusal(List<TokenLimit> limits, TokenCensus census) {
        return limits.stream()
                .filter(limit -> !isLeft(limit, census))
                .map(TokenLimit::refusal)
                .findFirst();
    }

    private static boolean isLeft(TokenLimit limit, TokenCensus census) {
        TokenCensus.Count count = census.count(limit.tokens());
        return count.known() || count.number() < limit.most();
    }

    private static Refusal tooMany(TokenLimit limit) {
        return Refusal.of(POLICY, limit.refusal());
    }
}
