package org.symbolon.command.tokentype.webauthn;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bytes as browsers send them: in base64url, whatever padding and alphabet a client takes. */
public final class Encoding {

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");
    private static final int MOST_CHARACTERS = 65_536;

    private Encoding() {}

    /** The bytes; empty if the text is none of bytes. */
    public static Optional<byte[]> bytes(String text) {
        if (text == null || text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            String unpadded = text.replace("=", "").replace('+', '-').replace('/', '_');
            return Optional.of(Base64.getUrlDecoder().decode(unpadded));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The text that was encoded, or stands there as it is. */
    static Optional<String> json(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return text.startsWith("{")
                ? Optional.of(text)
                : Optional.of(bytes(text)
                        .map(decoded -> new String(decoded, StandardCharsets.UTF_8))
                        .orElse(text));
    }

    /** The bytes that a device signs for a challenge: those of its hexadecimal digits, or else its characters themselves. */
    static byte[] signed(String challenge) {
        return HEX.matcher(challenge).matches()
                ? HexFormat.of().parseHex(challenge)
                : challenge.getBytes(StandardCharsets.US_ASCII);
    }

    public static String ofHex(String hex) {
        return text(HexFormat.of().parseHex(hex));
    }

    /** In base64url, without padding. */
    public static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
