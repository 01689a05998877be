package org.symbolon.command.token.port;

import java.util.SortedSet;
import org.symbolon.events.token.CountedTokens;

/** Counts tokens for decisions about how many more there may be. */
public interface TokenCensus {

    /** Lets no other node decide about the same places before what is decided here is committed or given up. */
    void reserve(SortedSet<String> places);

    Count count(CountedTokens tokens);

    /**
     * How many there are.
     *
     * @param known whether the token that is asked about is one of them already
     */
    record Count(int number, boolean known) {}
}
