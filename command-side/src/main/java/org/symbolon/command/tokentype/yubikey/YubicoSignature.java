package org.symbolon.command.tokentype.yubikey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.events.shared.Secret;

/** The signatures that both sides of Yubico's validation protocol (version 2.0) make of their fields, with a key that they share. */
public final class YubicoSignature {

    /** The field that holds one. */
    public static final String FIELD = "h";

    private static final String HMAC = "HmacSHA1";

    private YubicoSignature() {}

    /** A key that is written in Base64; empty if it is none. */
    public static Optional<byte[]> key(Secret base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.reveal().strip()))
                    .filter(key -> key.length > 0);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The signature of these fields, in Base64. */
    public static String of(Map<String, String> fields, byte[] key) {
        String signed = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(signed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + HMAC, e);
        }
    }

    /** Whether the fields have a signature, and it is that of all others. A plus sign may have become a blank on the way. */
    public static boolean isRight(Map<String, String> fields, byte[] key) {
        Map<String, String> signed = new TreeMap<>(fields);
        String signature = signed.remove(FIELD);
        return signature != null && MessageDigest.isEqual(bytes(of(signed, key)), bytes(signature.replace(' ', '+')));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
