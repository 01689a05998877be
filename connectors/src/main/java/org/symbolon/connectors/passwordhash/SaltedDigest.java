package org.symbolon.connectors.passwordhash;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.symbolon.events.shared.Secret;

/**
 * A hash as directories keep it (RFC 2307, 5.3, and what came after it): a digest over password and salt, then the salt, in base64
 * behind the scheme's name in braces. It is quick to compare and so quick to guess.
 */
enum SaltedDigest {
    SHA("SHA-1", 20, 0),
    SSHA("SHA-1", 20, 4),
    SSHA256("SHA-256", 32, 4),
    SSHA512("SHA-512", 64, 8);

    private static final int LONGEST_SALT = 32;

    private final String algorithm;
    private final int length;
    private final int newSalt;

    SaltedDigest(String algorithm, int length, int newSalt) {
        this.algorithm = algorithm;
        this.length = length;
        this.newSalt = newSalt;
    }

    private String prefix() {
        return "{" + name() + "}";
    }

    /** The scheme that a hash names, whatever the case of its letters. */
    static Optional<SaltedDigest> of(String hash) {
        return Arrays.stream(values())
                .filter(scheme -> hash.regionMatches(
                        true, 0, scheme.prefix(), 0, scheme.prefix().length()))
                .findFirst();
    }

    boolean matches(String hash, Secret password) {
        try {
            byte[] stored = Base64.getDecoder().decode(hash.substring(prefix().length()));
            int salt = stored.length - length;
            return salt >= 0
                    && salt <= (this == SHA ? 0 : LONGEST_SALT)
                    && MessageDigest.isEqual(
                            stored, salted(password, Arrays.copyOfRange(stored, length, stored.length)));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    String hash(Secret password, RandomGenerator random) {
        byte[] salt = new byte[newSalt];
        random.nextBytes(salt);
        return prefix() + Base64.getEncoder().encodeToString(salted(password, salt));
    }

    private byte[] salted(Secret password, byte[] salt) {
        MessageDigest digest = Passwords.digest(algorithm);
        digest.update(password.utf8());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(digest.digest(salt));
        both.writeBytes(salt);
        return both.toByteArray();
    }
}
