package org.symbolon.connectors.passwordhash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.events.shared.Secret;

/**
 * The portable hash of PHPass, as WordPress and phpBB wrote it ({@code $P$}, {@code $H$}, MD5), and Drupal's with SHA-512 ({@code $S$}):
 * a character for the rounds, eight of salt, and a digest that was fed with itself and the password 2^n times. No library that we
 * have knows it.
 */
final class PortableHash {

    /** The digits of its base 64, the least first. */
    private static final String DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final Pattern FORM =
            Pattern.compile("(\\$[PHS]\\$)([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]+)");
    private static final String DRUPAL = "$S$";
    private static final int FEWEST_ROUNDS = 7;

    /** 2^21 of MD5 take half a second, of SHA-512 one and a half. */
    private static final int MOST_ROUNDS = 21;

    private static final int NEW_ROUNDS = 19;
    private static final int CHARACTERS_OF_MD5 = 22;

    /** Drupal cuts the 86 characters of SHA-512 so that a hash has 55. */
    private static final int CHARACTERS_OF_DRUPAL = 43;

    private PortableHash() {}

    /** Whether this is the password; empty if the text is no hash of this kind. */
    static Optional<Boolean> matches(String hash, Secret password) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            return Optional.empty();
        }
        int rounds = DIGITS.indexOf(form.group(2));
        if (rounds < FEWEST_ROUNDS) {
            return Optional.of(false);
        }
        CostlyHashException.requireAtMost(MOST_ROUNDS, String.valueOf(rounds), "as the power of two of its rounds");
        return Optional.of(Passwords.isEqual(hash, hash(form.group(1), rounds, form.group(3), password)));
    }

    static String hash(Secret password, RandomGenerator random) {
        StringBuilder salt = new StringBuilder();
        for (int count = 0; count < 8; count++) {
            salt.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return hash("$P$", NEW_ROUNDS, salt.toString(), password);
    }

    private static String hash(String kind, int rounds, String salt, Secret password) {
        boolean drupal = kind.equals(DRUPAL);
        MessageDigest digest = Passwords.digest(drupal ? "SHA-512" : "MD5");
        byte[] typed = password.utf8();
        digest.update(salt.getBytes(StandardCharsets.US_ASCII));
        byte[] state = digest.digest(typed);
        for (int left = 1 << rounds; left > 0; left--) {
            digest.update(state);
            state = digest.digest(typed);
        }
        int characters = drupal ? CHARACTERS_OF_DRUPAL : CHARACTERS_OF_MD5;
        return kind + DIGITS.charAt(rounds) + salt + encoded(state).substring(0, characters);
    }

    /** Three bytes at a time, the first one lowest; so it is no base64 that Java has. */
    private static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int begin = 0; begin < bytes.length; begin += 3) {
            int count = Math.min(3, bytes.length - begin);
            int value = 0;
            for (int index = 0; index < count; index++) {
                value |= (bytes[begin + index] & 0xff) << (8 * index);
            }
            for (int index = 0; index <= count; index++) {
                text.append(DIGITS.charAt((value >> (6 * index)) & 0x3f));
            }
        }
        return text.toString();
    }
}
