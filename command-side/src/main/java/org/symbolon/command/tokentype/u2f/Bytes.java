package org.symbolon.command.tokentype.u2f;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes as devices and browsers of U2F send and sign them. */
final class Bytes {

    private static final int MOST_CHARACTERS = 65_536;

    private Bytes() {}

    /** What base64url says, with padding or without; empty if it is none. */
    static Optional<byte[]> of(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            String unpadded = text.replace("=", "").replace('+', '-').replace('/', '_');
            return Optional.of(Base64.getUrlDecoder().decode(unpadded));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static String encoded(String hex) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(hex));
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
