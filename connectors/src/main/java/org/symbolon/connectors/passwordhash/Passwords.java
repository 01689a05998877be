package org.symbolon.connectors.passwordhash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.symbolon.events.shared.Secret;

/** What all hashes of passwords have in common. */
final class Passwords {

    /** The longest passphrase of libxcrypt and glibc, in bytes: some hashes take the longer the longer it is. */
    private static final int MOST_BYTES = 512;

    private Passwords() {}

    static boolean isTooLong(Secret password) {
        return password.utf8().length > MOST_BYTES;
    }

    /** Compares in a time that depends on the lengths alone. */
    static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
