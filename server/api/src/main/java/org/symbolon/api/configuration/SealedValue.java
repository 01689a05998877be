package org.symbolon.api.configuration;

import java.util.function.Supplier;
import org.symbolon.events.shared.Secret;

/** A secret that the server keeps: it is opened when somebody must know whether another one is the same, and shown to nobody. */
final class SealedValue {

    private final Supplier<Secret> opening;

    private SealedValue(Supplier<Secret> opening) {
        this.opening = opening;
    }

    static SealedValue of(Supplier<Secret> opening) {
        return new SealedValue(opening);
    }

    Secret open() {
        return opening.get();
    }

    @Override
    public String toString() {
        return Secret.EMPTY.toString();
    }
}
