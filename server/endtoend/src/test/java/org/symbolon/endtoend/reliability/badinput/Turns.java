package org.symbolon.endtoend.reliability.badinput;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Bad things of one kind that take turns, so that one of them is met everywhere, all of them are met in a run and the run
 * stays short. The order is fixed: a run that fails fails again.
 */
final class Turns<T> {

    private final List<T> things;
    private final boolean isThorough;
    private int turn;

    /**
     * Makes them.
     *
     * @param isThorough whether all are met everywhere
     */
    Turns(List<T> things, boolean isThorough) {
        this.things = things;
        this.isThorough = isThorough;
    }

    /** That one whose turn it is of those that fit here, if any does. */
    Stream<T> next(Predicate<T> fits) {
        if (isThorough) {
            return things.stream().filter(fits);
        }
        for (int passed = 0; passed < things.size(); passed++) {
            T next = things.get(turn++ % things.size());
            if (fits.test(next)) {
                return Stream.of(next);
            }
        }
        return Stream.empty();
    }

    Stream<T> next() {
        return next(any -> true);
    }
}
