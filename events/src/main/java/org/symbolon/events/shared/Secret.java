package org.symbolon.events.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must not be seen: a PIN, a password, an OTP seed. It prints as a mask, so that no log, exception or
 * {@code toString} of an object that holds one gives it away.
 */
public final class Secret {

    public static final Secret EMPTY = new Secret("");

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return text.isEmpty() ? EMPTY : new Secret(text);
    }

    /** The text itself; call it only where the secret is used. */
    public String reveal() {
        return text;
    }

    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public int length() {
        return text.length();
    }

    /** Compares in a time that depends on the lengths alone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(utf8(), secret.utf8());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
