package org.symbolon.command.tokentype.webauthn;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The identifier of the key of a certificate (RFC 5280, 4.2.1.2, method 1), by which metadata knows devices of U2F: their keys are on P-256.
 */
final class KeyIdentifier {

    /** An uncompressed point stands at the end of the key's encoding. */
    private static final int POINT_BYTES = 65;

    private KeyIdentifier() {}

    /** As hexadecimal digits; empty for any other key. */
    static String of(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        byte[] encoded = key.getEncoded();
        if (!(key instanceof ECPublicKey) || encoded.length < POINT_BYTES) {
            return "";
        }
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - POINT_BYTES, encoded.length);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(point));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
