package org.symbolon.command.secret;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.symbolon.events.shared.Secret;

/**
 * Hashes with Argon2id, and also verifies what an eduMFA database brings along. A fair queue lets only as many hashes
 * run at once as there are cores, so that a flood of wrong PINs slows its sender down and not the server.
 */
public final class Argon2PasswordHasher implements PasswordHasher {

    private static final int SALT_LENGTH = 16;
    private static final int DIGEST_LENGTH = 32;
    private static final int WARM_UP_ROUNDS = 3;

    private final Argon2Cost cost;
    private final SecureRandom random;
    private final Argon2Engine engine;
    private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public Argon2PasswordHasher(Argon2Cost cost, SecureRandom random) {
        this(cost, random, Argon2Engine.fastest());
    }

    Argon2PasswordHasher(Argon2Cost cost, SecureRandom random, Argon2Engine engine) {
        this.cost = cost;
        this.random = random;
        this.engine = engine;
    }

    @Override
    public String hash(Secret password) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return queued(password, bytes -> Argon2Hash.of(bytes, salt, cost.work(), DIGEST_LENGTH, engine))
                .text();
    }

    @Override
    public boolean matches(String hash, Secret password) {
        Optional<StoredHash> stored = StoredHash.parse(hash);
        if (stored.isEmpty()) {
            burn();
            return false;
        }
        return queued(password, bytes -> stored.get().isHashOf(bytes, engine));
    }

    @Override
    public void burn() {
        hash(Secret.EMPTY);
    }

    /** Lets the engine load and the compiler settle before the first log-in comes; call it once at the start. */
    public void warmUp() {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            matches(hash(Secret.EMPTY), Secret.EMPTY);
        }
    }

    private <T> T queued(Secret password, Function<byte[], T> hashing) {
        byte[] bytes = password.utf8();
        permits.acquireUninterruptibly();
        try {
            return hashing.apply(bytes);
        } finally {
            permits.release();
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
