package org.symbolon.command.machine.application;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.Secret;

/**
 * Hashes what a user will type at a machine without a network: PBKDF2 with HMAC-SHA-512, in the modular crypt format that
 * such machines read.
 */
public final class OfflineHash {

    private static final int SALT_BYTES = 10;
    private static final int HASH_BITS = 512;
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private OfflineHash() {}

    public static String of(Secret pass, int rounds, Randomness randomness) {
        byte[] salt = randomness.bytes(SALT_BYTES);
        PBEKeySpec spec = new PBEKeySpec(pass.reveal().toCharArray(), salt, rounds, HASH_BITS);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            return "$pbkdf2-sha512$" + rounds + "$" + written(salt) + "$" + written(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no PBKDF2 with HMAC-SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Base64 without padding, and with a dot for the plus. */
    private static String written(byte[] bytes) {
        return BASE64.encodeToString(bytes).replace('+', '.');
    }
}
