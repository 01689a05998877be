package org.symbolon.command.secret;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.symbolon.events.shared.Secret;

/**
 * Hashes with Argon2id, and also verifies what an eduMFA database brings along. Half of the cores are left to others, so that
 * a flood of wrong PINs slows its sender down and not the server.
 */
public final class Argon2PasswordHasher implements PasswordHasher {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int SALT_LENGTH = 16;
    private static final int DIGEST_LENGTH = 32;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int MOST_WAITING = 40;
    private static final int MOST_OF_ONE_PAYER = 8;
    private static final long WEIGHT_OF_THE_PAST = 7;

    /** What takes longer was held up by something else. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Argon2Cost cost;
    private final SecureRandom random;
    private final LongSupplier nanoTime;
    private final Argon2Engine engine;
    private final Turns turns = new Turns(Math.max(1, CORES / 2), MOST_WAITING, MOST_OF_ONE_PAYER);
    private final Semaphore making = new Semaphore(CORES, true);
    private volatile long usualNanos = TimeUnit.MILLISECONDS.toNanos(30);

    /**
     * @param nanoTime a clock that measures, in nanoseconds from anywhere
     */
    public Argon2PasswordHasher(Argon2Cost cost, SecureRandom random, LongSupplier nanoTime) {
        this(cost, random, nanoTime, Argon2Engine.fastest());
    }

    Argon2PasswordHasher(Argon2Cost cost, SecureRandom random, LongSupplier nanoTime, Argon2Engine engine) {
        this.cost = cost;
        this.random = random;
        this.nanoTime = nanoTime;
        this.engine = engine;
    }

    /** Not in line with attempts: who sets a PIN or password has been let in. */
    @Override
    public String hash(Secret password) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        making.acquireUninterruptibly();
        try {
            return timed(password, bytes -> Argon2Hash.of(bytes, salt, cost.work(), DIGEST_LENGTH, engine))
                    .text();
        } finally {
            making.release();
        }
    }

    @Override
    public boolean matches(String hash, Secret password, Payer payer) {
        Optional<StoredHash> stored = StoredHash.parse(hash);
        if (stored.isEmpty()) {
            pretend(payer);
            return false;
        }
        return turns.take(payer, () -> timed(password, bytes -> stored.get().isHashOf(bytes, engine)));
    }

    @Override
    public void pretend(Payer payer) {
        turns.take(payer, () -> {
            LockSupport.parkNanos(usualNanos);
            return true;
        });
    }

    @Override
    public HashingLoad load() {
        return turns.load();
    }

    /** Lets the engine load and the compiler settle before the first log-in comes; call it once at the start. */
    public void warmUp() {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            matches(hash(Secret.EMPTY), Secret.EMPTY, Payer.NOBODY);
        }
    }

    private <T> T timed(Secret password, Function<byte[], T> hashing) {
        byte[] bytes = password.utf8();
        long began = nanoTime.getAsLong();
        try {
            T result = hashing.apply(bytes);
            long taken = Math.min(nanoTime.getAsLong() - began, MOST_NANOS);
            usualNanos = (WEIGHT_OF_THE_PAST * usualNanos + taken) / (WEIGHT_OF_THE_PAST + 1);
            return result;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
