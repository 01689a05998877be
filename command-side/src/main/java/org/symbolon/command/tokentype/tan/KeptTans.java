package org.symbolon.command.tokentype.tan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * The values that a token still has, each an entry of its state as eduMFA keeps it, {@code <salt>:<hash>}. The entries are sealed: who
 * sees the hash of a value of six digits has the value.
 */
final class KeptTans {

    static final String PREFIX = "tan.tan";

    private static final int SALT_BYTES = 4;

    private KeptTans() {}

    static boolean isOne(String entry) {
        return entry.startsWith(PREFIX);
    }

    /** What is kept beside the values. Those of a former list of the token are gone. */
    static TypeState begun(HashAlgorithm algorithm, Optional<TokenView> token) {
        Map<String, Object> entries = new HashMap<>();
        token.ifPresent(known -> names(known).forEach(name -> entries.put(name, null)));
        entries.put(OathParameters.HASH, algorithm.wireName());
        return TypeState.of(0L, entries);
    }

    /** The step, after which the token has these values. */
    static EnrolmentStep step(EnrolmentStep step, List<Secret> values, Randomness randomness) {
        Map<String, Secret> kept = new HashMap<>();
        for (int number = 0; number < values.size(); number++) {
            kept.put(PREFIX + number, kept(values.get(number), randomness.hex(SALT_BYTES)));
        }
        return step.keeping(kept);
    }

    /** The names of the entries that are this value. All are looked at, whichever it is. */
    static List<String> matching(TokenView token, Secret typed) {
        List<String> found = new ArrayList<>();
        for (String name : names(token)) {
            if (token.secret(name).filter(kept -> isKept(typed, kept)).isPresent()) {
                found.add(name);
            }
        }
        return found;
    }

    /** Whether all that a token still has stands at its place in this list. */
    static boolean areAllOf(TokenView token, List<Secret> values) {
        return names(token).stream().allMatch(name -> {
            int place = place(name);
            return place < values.size()
                    && token.secret(name)
                            .filter(kept -> isKept(values.get(place), kept))
                            .isPresent();
        });
    }

    private static int place(String name) {
        String number = name.substring(PREFIX.length());
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
    }

    /** The entries of a token that are values of it. */
    static List<String> names(TokenView token) {
        return token.state().entries().keySet().stream()
                .filter(KeptTans::isOne)
                .filter(name -> token.state().sealed(name).isPresent())
                .toList();
    }

    private static boolean isKept(Secret typed, Secret kept) {
        String text = kept.reveal();
        int end = text.indexOf(':');
        return end >= 0 && kept(typed, text.substring(0, end)).equals(kept);
    }

    /** The salt enters the hash as the text that it is written as. */
    static Secret kept(Secret value, String salt) {
        byte[] salted = (value.reveal() + salt).getBytes(StandardCharsets.UTF_8);
        return Secret.of(salt + ":" + HexFormat.of().formatHex(sha256(salted)));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
