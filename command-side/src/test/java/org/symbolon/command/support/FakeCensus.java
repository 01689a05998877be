package org.symbolon.command.support;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.symbolon.command.token.CountedTokens;
import org.symbolon.command.token.port.TokenCensus;

/** As many tokens as a test says, and what was asked about them. */
public final class FakeCensus implements TokenCensus {

    private final List<String> calls = new ArrayList<>();
    private int number;

    public FakeCensus counting(int tokens) {
        number = tokens;
        return this;
    }

    /** The places that were reserved, each as often as it was. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void reserve(SortedSet<String> places) {
        calls.addAll(places);
    }

    @Override
    public Count count(CountedTokens tokens) {
        return new Count(number, false);
    }
}
