package org.symbolon.command.support;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.token.CountedTokens;

/** Counts what it is told to, and notes what it is asked. Of tokens of no owner in particular it may know another number. */
public final class FakeCensus implements TokenCensus {

    private final List<String> calls = new ArrayList<>();
    private int number;
    private int numberInRealm;
    private boolean known;

    /** There are so many, wherever they are counted. */
    public void number(int wanted) {
        number = wanted;
        numberInRealm = wanted;
    }

    public void numberInRealm(int wanted) {
        numberInRealm = wanted;
    }

    /** The token that is asked about is one of them. */
    public void known() {
        known = true;
    }

    public List<String> calls() {
        return calls;
    }

    @Override
    public void reserve(SortedSet<String> places) {
        calls.add(places.toString());
    }

    @Override
    public Count count(CountedTokens tokens) {
        calls.add("count");
        return new Count(tokens.owner() == null ? numberInRealm : number, known);
    }
}
