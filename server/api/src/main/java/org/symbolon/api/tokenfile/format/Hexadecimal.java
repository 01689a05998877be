package org.symbolon.api.tokenfile.format;

import java.util.Map;
import java.util.regex.Pattern;
import org.symbolon.events.shared.Secret;

/** Keys in hexadecimal digits. */
final class Hexadecimal {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]+");
    private static final Map<Integer, String> HASH_BY_LENGTH =
            Map.of(56, "sha224", 64, "sha256", 96, "sha384", 128, "sha512");

    private Hexadecimal() {}

    static boolean is(String text) {
        return text.length() % 2 == 0 && DIGITS.matcher(text).matches();
    }

    static void require(String place, Secret key) {
        if (!is(key.reveal())) {
            throw FileFault.at(place, "the key is missing or no hexadecimal number");
        }
    }

    /** The hash function whose values are as long as the key. */
    static String hashFor(String key) {
        return HASH_BY_LENGTH.getOrDefault(key.length(), "sha1");
    }
}
