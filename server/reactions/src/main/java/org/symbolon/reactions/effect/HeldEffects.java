package org.symbolon.reactions.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The effects whose leases this node holds, and the threads that are busy with them. A thread that takes too long is
 * interrupted, and its effect is left to others.
 */
final class HeldEffects {

    private final Map<String, Busy> held = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration patience;

    HeldEffects(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    private record Busy(Thread thread, Instant since) {

        private static final Busy WAITING = new Busy(null, Instant.MAX);
    }

    void add(String effectId) {
        held.put(effectId, Busy.WAITING);
    }

    /** The current thread asks the outside from now on. */
    void asks(String effectId) {
        held.put(effectId, new Busy(Thread.currentThread(), clock.instant()));
    }

    /** The current thread has the outside's answer; what it does now must not be interrupted. */
    void isAnswered(String effectId) {
        held.computeIfPresent(effectId, (id, busy) -> Busy.WAITING);
    }

    void remove(String effectId) {
        held.remove(effectId);
    }

    Collection<String> all() {
        return List.copyOf(held.keySet());
    }

    void interruptOverdue() {
        Instant latest = clock.instant().minus(patience);
        for (String effectId : held.keySet()) {
            held.computeIfPresent(effectId, (id, busy) -> {
                if (busy.since().isAfter(latest)) {
                    return busy;
                }
                busy.thread().interrupt();
                return null;
            });
        }
    }
}
