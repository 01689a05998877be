package org.symbolon.command.tokentype.u2f;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.symbolon.command.tokentype.certificate.SoftAuthority;

/** A U2F device and a browser in front of it, of which everything can be made wrong. */
public final class SoftU2f {

    public static final String MAKER = "Soft U2F 7";

    private final KeyPair keys = SoftAuthority.keys();
    private final KeyPair attestation = SoftAuthority.keys();
    private final X509Certificate certificate = SoftAuthority.root("Soft Root").issue(MAKER, attestation.getPublic());
    private final byte[] handle;

    /** What application the device takes it for. */
    public String appId = "https://login.example.com";

    /** What page the browser says it shows. */
    public String origin = "https://login.example.com";

    /** Whether somebody touches the device. */
    public boolean touched = true;

    /** How often it says to have signed. */
    public int counter;

    public SoftU2f(String hexHandle) {
        this.handle = HexFormat.of().parseHex(hexHandle);
    }

    public String handle() {
        return encoded(handle);
    }

    /** The parameters by which it makes a key for this challenge. */
    public Map<String, String> make(String challenge) {
        byte[] client = clientData("typ", "navigator.id.finishEnrollment", challenge);
        byte[] signature =
                sign(attestation.getPrivate(), new byte[1], sha256(utf8(appId)), sha256(client), handle, point());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(5);
        data.writeBytes(point());
        data.write(handle.length);
        data.writeBytes(handle);
        try {
            data.writeBytes(certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
        data.writeBytes(signature);
        return Map.of("regdata", encoded(data.toByteArray()), "clientdata", encoded(client));
    }

    /** The parameters by which it answers this challenge, through U2F's own interface. */
    public Map<String, String> answer(String challenge) {
        counter++;
        byte[] client = clientData("typ", "navigator.id.getAssertion", challenge);
        byte[] signature = sign(keys.getPrivate(), sha256(utf8(appId)), head(), sha256(client));
        byte[] data = ByteBuffer.allocate(5 + signature.length)
                .put(head())
                .put(signature)
                .array();
        return Map.of("clientdata", encoded(client), "signaturedata", encoded(data));
    }

    /** The same through WebAuthn, with the extension appid. */
    public Map<String, String> answerThroughWebAuthn(String challenge) {
        counter++;
        byte[] client = clientData("type", "webauthn.get", challenge);
        byte[] data =
                ByteBuffer.allocate(37).put(sha256(utf8(appId))).put(head()).array();
        Map<String, String> fields = new HashMap<>();
        fields.put("credentialid", handle());
        fields.put("clientdata", encoded(client));
        fields.put("authenticatordata", encoded(data));
        fields.put("signaturedata", encoded(sign(keys.getPrivate(), data, sha256(client))));
        fields.put("assertionclientextensions", encoded(utf8("{\"appid\":true}")));
        return fields;
    }

    private byte[] head() {
        return ByteBuffer.allocate(5)
                .put((byte) (touched ? 1 : 0))
                .putInt(counter)
                .array();
    }

    private byte[] clientData(String name, String purpose, String challenge) {
        return utf8("{\"" + name + "\":\"" + purpose + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\"}");
    }

    private byte[] point() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(coordinate(key.getW().getAffineX()))
                .put(coordinate(key.getW().getAffineY()))
                .array();
    }

    private static byte[] coordinate(BigInteger number) {
        return HexFormat.of().parseHex("%064x".formatted(number));
    }

    private static byte[] sign(PrivateKey key, byte[]... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
