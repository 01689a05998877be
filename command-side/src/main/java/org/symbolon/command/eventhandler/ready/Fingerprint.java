package org.symbolon.command.eventhandler.ready;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.events.eventhandler.HandlerDefinition;

/** What tells a handler from one that somebody has changed. It keeps nobody from anything: who may change handlers may change it, too. */
final class Fingerprint {

    private static final int BYTES = 8;

    private Fingerprint() {}

    static String of(HandlerDefinition definition, Map<String, String> options) {
        List<?> parts = List.of(
                definition.name(),
                definition.active(),
                definition.events(),
                definition.module(),
                definition.action(),
                definition.position(),
                definition.ordering(),
                new TreeMap<>(definition.conditions()),
                new TreeMap<>(options));
        byte[] digest = sha256().digest(parts.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
