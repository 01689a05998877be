package org.symbolon.endtoend.harness;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.symbolon.command.secret.Argon2Cost;
import org.symbolon.command.secret.Argon2PasswordHasher;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.Payer;
import org.symbolon.events.shared.Secret;

/** Hashes that cost nothing: what they cost is tested elsewhere, and was a sixth of the time that the tests of the whole take. */
public final class CheapHasher implements PasswordHasher {

    private static final int KIB = 64;
    private static final int LENGTH = 32;
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicInteger pretended = new AtomicInteger();
    private final PasswordHasher verifier;

    private CheapHasher(PasswordHasher verifier) {
        this.verifier = verifier;
    }

    static PasswordHasher create() {
        return new CheapHasher(new Argon2PasswordHasher(Argon2Cost.MINIMUM, new SecureRandom(), System::nanoTime));
    }

    /** How many hashes would have been paid for. */
    public int verified() {
        return verified.get();
    }

    /** How many times somebody would have waited as long as for a hash, or for one. */
    public int waits() {
        return verified.get() + pretended.get();
    }

    @Override
    public String hash(Secret password) {
        byte[] salt = new byte[LENGTH / 2];
        random.nextBytes(salt);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(KIB)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] digest = new byte[LENGTH];
        argon2.generateBytes(password.utf8(), digest);
        return "$argon2id$v=19$m=" + KIB + ",t=1,p=1$" + BASE64.encodeToString(salt) + "$"
                + BASE64.encodeToString(digest);
    }

    @Override
    public boolean matches(String hash, Secret password, Payer payer) {
        verified.incrementAndGet();
        return verifier.matches(hash, password, payer);
    }

    @Override
    public void pretend(Payer payer) {
        pretended.incrementAndGet();
    }
}
