package org.symbolon.command.tokentype.webauthn;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a browser hands on of the answer of a device, by the names of privacyIDEA's clients and by those of eduMFA's. */
public enum AnswerField {
    CREDENTIAL("credential_id", "credentialid"),
    CLIENT_DATA("clientDataJSON", "clientdata"),
    AUTHENTICATOR_DATA("authenticatorData", "authenticatordata"),
    SIGNATURE("signature", "signaturedata"),
    USER_HANDLE("userHandle", "userhandle");

    private final String name;
    private final String otherName;

    AnswerField(String name, String otherName) {
        this.name = name;
        this.otherName = otherName;
    }

    /** The parameters of a log-in that hold any of it. */
    public static String[] names() {
        return Stream.of(values())
                .flatMap(field -> Stream.of(field.name, field.otherName))
                .toArray(String[]::new);
    }

    /** The name by which clients miss it that send none. */
    public String wireName() {
        return name;
    }

    /** What was sent of it; empty for nothing. */
    public Optional<String> in(Map<String, String> fields) {
        return Optional.ofNullable(fields.getOrDefault(name, fields.get(otherName)))
                .filter(sent -> !sent.isEmpty());
    }

    Optional<byte[]> bytes(Map<String, String> fields) {
        return in(fields).flatMap(Encoding::bytes);
    }

    byte[] required(Map<String, String> fields) {
        return bytes(fields).orElseThrow(() -> new IllegalArgumentException(name));
    }
}
