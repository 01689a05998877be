package org.symbolon.command.tokentype.u2f;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser says that a device was asked, for which page. */
final class ClientData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] bytes;
    private final JsonNode said;

    private ClientData(byte[] bytes, JsonNode said) {
        this.bytes = bytes;
        this.said = said;
    }

    /** Reads it; empty if it is none. */
    static Optional<ClientData> of(String encoded) {
        return Bytes.of(encoded).flatMap(bytes -> {
            try {
                JsonNode said = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
                return said.isObject() ? Optional.of(new ClientData(bytes, said)) : Optional.empty();
            } catch (JacksonException malformed) {
                return Optional.empty();
            }
        });
    }

    /** Whether the challenge, as hexadecimal digits, is what was asked. */
    boolean asks(String challenge) {
        return Bytes.of(text("challenge"))
                .filter(asked -> MessageDigest.isEqual(asked, HexFormat.of().parseHex(challenge)))
                .isPresent();
    }

    /** Whether it is about this: U2F and WebAuthn have different names for the same. */
    boolean isAbout(String name, String purpose) {
        return text(name).equals(purpose);
    }

    String origin() {
        return text("origin");
    }

    private String text(String name) {
        JsonNode value = said.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    byte[] hash() {
        return Bytes.sha256(Arrays.copyOf(bytes, bytes.length));
    }
}
