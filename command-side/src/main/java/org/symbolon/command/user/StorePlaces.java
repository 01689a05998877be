package org.symbolon.command.user;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;

/**
 * Lets no more than so many threads wait for one user store, and for all of them together: whoever comes when a store is that slow is
 * told at once that it cannot be asked, so that threads are left for all who do not ask it.
 */
final class StorePlaces {

    private final int mostOfOne;
    private final Semaphore places;
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    StorePlaces(int mostOfOne, int mostOfAll) {
        this.mostOfOne = mostOfOne;
        this.places = new Semaphore(mostOfAll);
    }

    /** What the store of a resolver answers to the question. */
    <T> T ask(String resolver, Supplier<T> question) {
        if (!places.tryAcquire()) {
            throw tooMany(resolver);
        }
        try {
            return askOne(resolver, question);
        } finally {
            places.release();
        }
    }

    private <T> T askOne(String resolver, Supplier<T> question) {
        int before = waiting.merge(resolver, 1, Integer::sum) - 1;
        try {
            if (before >= mostOfOne) {
                throw tooMany(resolver);
            }
            return question.get();
        } finally {
            waiting.computeIfPresent(resolver, (known, count) -> count == 1 ? null : count - 1);
        }
    }

    private static UserStoreUnavailableException tooMany(String resolver) {
        return new UserStoreUnavailableException(
                "The user store of the resolver " + resolver + " keeps too many waiting", null);
    }
}
