package org.symbolon.command.tokentype.pushed;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.binary.Base32;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.symbolon.command.secret.NativeCrypto;

/** A telephone with the app for push tokens, as its makers describe what it sends. */
public final class SoftPhone {

    private final KeyPair keys;
    private final String algorithm;
    private String serial;
    private PublicKey server;

    private SoftPhone(KeyPair keys, String algorithm) {
        this.keys = keys;
        this.algorithm = algorithm;
    }

    /** privacyIDEA's apps have such keys. */
    public static SoftPhone withRsa() {
        return withRsa(2048);
    }

    static SoftPhone withRsa(int bits) {
        return new SoftPhone(NativeCrypto.rsaPair(bits, new SecureRandom()), "SHA256withRSA");
    }

    /** Newer ones of eduMFA have such. */
    public static SoftPhone withCurve() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return new SoftPhone(generator.generateKeyPair(), "SHA256withECDSA");
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Scans the address of a new token: what it sends to finish the enrolment. */
    public Map<String, String> scan(String address) {
        Map<String, String> shown = new TreeMap<>();
        for (String part : URI.create(address).getRawQuery().split("&", -1)) {
            String[] named = part.split("=", 2);
            shown.put(named[0], URLDecoder.decode(named[1], StandardCharsets.UTF_8));
        }
        serial = shown.get("serial");
        return new HashMap<>(Map.of(
                "serial",
                serial,
                "fbtoken",
                "firebase-" + serial,
                "pubkey",
                publicKey(),
                "enrollment_credential",
                shown.get("enrollment_credential")));
    }

    String publicKey() {
        return Base64.getUrlEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** Learns the key of the server, in the answer to that. */
    public void learn(String publicKey) {
        try {
            RSAPublicKey read = RSAPublicKey.getInstance(Base64.getMimeDecoder().decode(publicKey));
            server = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(read.getModulus(), read.getPublicExponent()));
        } catch (GeneralSecurityException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** Whether what it is asked comes from the server. */
    public boolean believes(Map<?, ?> asked) {
        String said = asked.get("nonce") + "|" + asked.get("url") + "|" + asked.get("serial") + "|"
                + asked.get("question") + "|" + asked.get("title") + "|" + asked.get("sslverify");
        if (asked.containsKey("require_presence")) {
            said += "|" + asked.get("require_presence");
        }
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(server);
            check.update(said.getBytes(StandardCharsets.UTF_8));
            return check.verify(new Base32().decode(asked.get("signature").toString()));
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    public Map<String, String> accept(Object nonce) {
        return answer(nonce, Map.of(), nonce + "|" + serial);
    }

    public Map<String, String> decline(Object nonce) {
        return answer(nonce, Map.of("decline", "1"), nonce + "|" + serial + "|decline");
    }

    public Map<String, String> decline(Object nonce, String reason) {
        return answer(
                nonce, Map.of("decline", "1", "decline_reason", reason), nonce + "|" + serial + "|decline|" + reason);
    }

    public Map<String, String> choose(Object nonce, String choice) {
        return answer(nonce, Map.of("presence_answer", choice), nonce + "|" + serial + "|" + choice);
    }

    private Map<String, String> answer(Object nonce, Map<String, String> more, String signed) {
        Map<String, String> sent = new HashMap<>(more);
        sent.put("serial", serial);
        sent.put("nonce", nonce.toString());
        sent.put("signature", sign(signed));
        return sent;
    }

    /** Asks what is open. */
    public Map<String, String> ask(Instant now) {
        return Map.of("serial", serial, "timestamp", now.toString(), "signature", sign(serial + "|" + now));
    }

    /** Tells by which token Firebase reaches it from now on. */
    public Map<String, String> tell(String token, Instant now) {
        return Map.of(
                "serial",
                serial,
                "new_fb_token",
                token,
                "timestamp",
                now.toString(),
                "signature",
                sign(token + "|" + serial + "|" + now));
    }

    String sign(String text) {
        return sign(text, algorithm);
    }

    String sign(String text, String otherwise) {
        try {
            Signature signing = Signature.getInstance(otherwise);
            signing.initSign(keys.getPrivate());
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return new Base32().encodeToString(signing.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
