package org.symbolon.command.tokentype.webauthn;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes as browsers send them: in base64url, whatever padding and alphabet a client takes. */
final class Encoding {

    private static final int MOST_CHARACTERS = 65_536;

    private Encoding() {}

    /** The bytes; empty if the text is none of bytes. */
    static Optional<byte[]> bytes(String text) {
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

    static String ofHex(String hex) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(hex));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
