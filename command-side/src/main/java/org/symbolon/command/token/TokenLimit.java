package org.symbolon.command.token;

import org.symbolon.command.error.Refusal;
import org.symbolon.command.token.port.TokenCensus;

/** How many of these tokens there may be, and what the one who wants one more is told. */
public record TokenLimit(CountedTokens tokens, int most, String refusal) {

    private static final int POLICY = 303;

    /**
     * Lets one more be made, and one that is there already be made anew.
     *
     * @throws Refusal 303 if there is no room for it
     */
    public void requireRoom(TokenCensus census) {
        if (!hasRoom(census)) {
            throw tooMany();
        }
    }

    /** Whether there is room for one more. */
    boolean hasRoom(TokenCensus census) {
        TokenCensus.Count count = census.count(tokens);
        return count.known() || count.number() < most;
    }

    /**
     * Lets this many more be put into use.
     *
     * @throws Refusal 303 if there is no room for them
     */
    void requireRoomFor(long more, TokenCensus census) {
        if (more > 0 && census.count(tokens).number() + more > most) {
            throw tooMany();
        }
    }

    private Refusal tooMany() {
        return Refusal.of(POLICY, refusal);
    }
}
