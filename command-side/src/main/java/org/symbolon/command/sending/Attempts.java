package org.symbolon.command.sending;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.secret.port.SecretErasedException;

/** Tries once more when another node or thread was faster, behind a pause of which no two are alike. */
final class Attempts {

    private static final int MOST_ATTEMPTS = 25;
    private static final long LEAST_PAUSE_NANOS = 500_000;
    private static final long MORE_PAUSE_NANOS = 2_000_000;

    private final Supplier<RandomGenerator> chance;

    /**
     * Makes them.
     *
     * @param chance a thread's own source of chance
     */
    Attempts(Supplier<RandomGenerator> chance) {
        this.chance = chance;
    }

    /** A secret that is erased is one of something that is deleted, which a copy in memory may not know yet. */
    <R> R of(Supplier<R> once) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once.get();
            } catch (ConcurrencyException
                    | AggregateStreamCreationException
                    | DeadlockException
                    | SecretErasedException
                    | OutdatedException conflict) {
                if (attempt == MOST_ATTEMPTS) {
                    throw conflict;
                }
                long most = LEAST_PAUSE_NANOS + MORE_PAUSE_NANOS * attempt;
                LockSupport.parkNanos(chance.get().nextLong(LEAST_PAUSE_NANOS, most));
            }
        }
    }
}
