package org.symbolon.command.secret;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.symbolon.command.error.Refusal;

/**
 * Makes pairs of RSA keys, each of which takes a processor about a second: only a few at a time, and whoever would wait for too many others
 * is refused.
 */
public final class RsaKeyPairs {

    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 4096;
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int MOST_WAITING = 20;
    private static final int MOST_SECONDS = 20;

    private final int bits;
    private final SecureRandom random;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * Makes it.
     *
     * @throws IllegalArgumentException if keys of so many bits are too weak, or take too long
     */
    public RsaKeyPairs(int bits, SecureRandom random) {
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            throw new IllegalArgumentException(
                    "Keys for telephones have from " + LEAST_BITS + " to " + MOST_BITS + " bits");
        }
        this.bits = bits;
        this.random = random;
    }

    /**
     * A new pair.
     *
     * @throws Refusal 429 if too many others want one
     */
    public KeyPair next() {
        if (turns.getQueueLength() >= MOST_WAITING || !isTurn()) {
            throw Refusal.tooMany();
        }
        try {
            return NativeCrypto.rsaPair(bits, random);
        } finally {
            turns.release();
        }
    }

    private boolean isTurn() {
        try {
            return turns.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
