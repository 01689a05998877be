package org.symbolon.connectors.passwordhash;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crypt;
import org.symbolon.events.shared.Secret;

/**
 * Compares passwords with the hashes of crypt(3): sha512, sha256, md5 and DES. Whatever else stands in the field (x, an
 * asterisk, a locked hash, nothing) is no password's hash. The time of a comparison grows with the password, so one that
 * is longer than crypt(3) itself takes matches nothing.
 */
public final class UnixCryptHash {

    private static final Pattern KNOWN_FORM = Pattern.compile("\\$[156]\\$.+|[./0-9A-Za-z]{13}");
    private static final Pattern ROUNDS = Pattern.compile("\\$[56]\\$rounds=(\\d+)\\$.*");

    /** Three times what passlib presets for sha512: a second or two. */
    private static final long MOST_ROUNDS = 2_000_000;

    private UnixCryptHash() {}

    /**
     * Whether this is the password.
     *
     * @throws CostlyHashException if the hash asks for more rounds than anybody waits for
     */
    public static boolean matches(Secret hash, Secret password) {
        String expected = hash.reveal();
        if (!KNOWN_FORM.matcher(expected).matches() || Passwords.isTooLong(password)) {
            return false;
        }
        requireBounded(expected);
        try {
            return Passwords.isEqual(expected, Crypt.crypt(password.utf8(), expected));
        } catch (IllegalArgumentException brokenSalt) {
            return false;
        }
    }

    private static void requireBounded(String hash) {
        Matcher rounds = ROUNDS.matcher(hash);
        if (rounds.matches()) {
            CostlyHashException.requireAtMost(MOST_ROUNDS, rounds.group(1), "rounds of crypt(3)");
        }
    }

    /** A new hash with this salt and these settings, such as {@code $5$rounds=535000$salt}. */
    static String of(Secret password, String settings) {
        return Crypt.crypt(password.utf8(), settings);
    }
}
