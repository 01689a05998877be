package org.symbolon.api.tokenfile.format;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.symbolon.events.shared.Secret;

/** The key that PBKDF2 makes of a password (RFC 6030, 6.2). It costs much on purpose, so the last one is kept for whoever reads a file again. */
final class PasswordKey {

    static final int BYTES = 16;

    private final Secret password;
    private byte[] lastSalt = {};
    private int lastRounds;
    private byte[] last;

    PasswordKey(Secret password) {
        this.password = password;
    }

    byte[] derived(byte[] salt, int rounds) {
        if (last == null || lastRounds != rounds || !Arrays.equals(lastSalt, salt)) {
            last = compute(salt, rounds);
            lastSalt = salt.clone();
            lastRounds = rounds;
        }
        return last.clone();
    }

    private byte[] compute(byte[] salt, int rounds) {
        char[] characters = password.reveal().toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, rounds, BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("The JDK has no PBKDF2", missing);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, ' ');
        }
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "PasswordKey";
    }
}
