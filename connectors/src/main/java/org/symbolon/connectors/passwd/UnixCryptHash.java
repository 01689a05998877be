package org.symbolon.connectors.passwd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crypt;
import org.symbolon.events.shared.Secret;

/**
 * Compares passwords with the hashes of crypt(3): sha512, sha256, md5 and DES. Whatever else stands in the field (x, an
 * asterisk, a locked hash, nothing) is no password's hash. The time of a comparison grows with the password, so one that
 * is longer than crypt(3) itself takes matches nothing.
 */
final class UnixCryptHash {

    private static final Pattern KNOWN_FORM = Pattern.compile("\\$[156]\\$.+|[./0-9A-Za-z]{13}");

    /** The longest passphrase of libxcrypt and glibc, in bytes. */
    private static final int MOST_BYTES = 512;

    private UnixCryptHash() {}

    static boolean matches(Secret hash, Secret password) {
        String expected = hash.reveal();
        if (!KNOWN_FORM.matcher(expected).matches() || password.utf8().length > MOST_BYTES) {
            return false;
        }
        try {
            return isEqual(expected, Crypt.crypt(password.utf8(), expected));
        } catch (IllegalArgumentException brokenSalt) {
            return false;
        }
    }

    private static boolean isEqual(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
