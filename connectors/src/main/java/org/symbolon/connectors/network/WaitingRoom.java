package org.symbolon.connectors.network;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets no more than so many threads wait for one server outside, and for all of them together: whoever comes when a server is that slow
 * is told so at once, so that threads are left for all who ask nobody outside.
 */
public final class WaitingRoom {

    private final int mostForOne;
    private final Semaphore places;
    private final Map<Object, Integer> waiting = new ConcurrentHashMap<>();

    public WaitingRoom(int mostForOne, int mostForAll) {
        this.mostForOne = mostForOne;
        this.places = new Semaphore(mostForAll);
    }

    /**
     * What the server answers that is asked so.
     *
     * @param full what is thrown where there is no place to wait for it
     */
    public <A> A ask(Object server, Supplier<A> question, Supplier<? extends RuntimeException> full) {
        if (!places.tryAcquire()) {
            throw full.get();
        }
        int before = waiting.merge(server, 1, Integer::sum) - 1;
        try {
            if (before >= mostForOne) {
                throw full.get();
            }
            return question.get();
        } finally {
            waiting.computeIfPresent(server, (known, count) -> count == 1 ? null : count - 1);
            places.release();
        }
    }
}
