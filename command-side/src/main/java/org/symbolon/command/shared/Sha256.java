package org.symbolon.command.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Puts 64 hexadecimal digits in the place of a text of any length (FIPS 180-4). Not for what can be guessed. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of the text in UTF-8. */
    public static String hexOf(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
