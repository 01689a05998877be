package org.symbolon.command.support;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.command.shared.Randomness;

/** Chance that a test can foresee. */
public final class Chance {

    private Chance() {}

    /** The bytes 00, 01, 02 and so on. */
    public static Randomness counting() {
        AtomicInteger next = new AtomicInteger();
        return count -> {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) next.getAndIncrement();
            }
            return bytes;
        };
    }

    /** The same unforeseen bytes for the same seed. */
    public static Randomness seeded(long seed) {
        Random random = new Random(seed);
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
