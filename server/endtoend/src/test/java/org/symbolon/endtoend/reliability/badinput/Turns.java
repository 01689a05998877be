package org.symbolon.endtoend.reliability.badinput;

import java.util.ArrayList;
import java.util.List;

/**
 * Bad things of which some are sent everywhere, and of the others a few at a time, so that all of them are met in a run and
 * the run stays short. The order is fixed: a run that fails fails again.
 */
final class Turns<T> {

    private final List<T> common;
    private final List<T> rare;
    private final int rareOnes;
    private int turn;

    Turns(List<T> common, List<T> rare, int rareOnes) {
        this.common = common;
        this.rare = rare;
        this.rareOnes = rareOnes;
    }

    /** The common ones, and those of the others whose turn it is. */
    List<T> next() {
        List<T> next = new ArrayList<>(common);
        for (int count = 0; count < rareOnes; count++) {
            next.add(rare.get(turn++ % rare.size()));
        }
        return next;
    }
}
