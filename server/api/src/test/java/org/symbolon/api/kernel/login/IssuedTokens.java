package org.symbolon.api.kernel.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.command.secret.NativeCrypto;

/** Somebody else who issues log-in tokens, and what the server is told of him. */
abstract class IssuedTokens {

    static final Instant NOW = Instant.ofEpochSecond(1_795_523_686);
    static final String UNDECODABLE = "Authentication failure. Error during decoding your token: ";
    static final String BAD_SIGNATURE = UNDECODABLE + "Signature verification failed";

    static KeyPair rsa;
    static KeyPair otherRsa;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeKeys() {
        rsa = NativeCrypto.rsaPair(2048, new SecureRandom());
        otherRsa = NativeCrypto.rsaPair(2048, new SecureRandom());
    }

    static KeyPair pair(String kind, AlgorithmParameterSpec size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** An entry for administrators of the realm "partner"; what is null is left out. */
    static Map<String, Object> entry(Object... more) {
        Map<String, Object> entry = new HashMap<>(Map.of(
                "public_key",
                pem(rsa),
                "algorithm",
                "RS256",
                "username",
                "svc-[a-z]+",
                "role",
                "admin",
                "realm",
                "partner"));
        return changed(entry, more);
    }

    static Map<String, Object> changed(Map<String, Object> map, Object... more) {
        for (int at = 0; at < more.length; at += 2) {
            if (more[at + 1] == null) {
                map.remove((String) more[at]);
            } else {
                map.put((String) more[at], more[at + 1]);
            }
        }
        return map;
    }

    static String claims(Object... more) {
        Map<String, Object> claims = new HashMap<>(
                Map.of("username", "svc-web", "role", "admin", "realm", "partner", "exp", NOW.getEpochSecond() + 60));
        return JsonText.write(changed(claims, more));
    }

    TrustedIssuers issuers(Object... entries) {
        return new TrustedIssuers(file(JsonText.write(entries)).toString());
    }

    Path file(String content) {
        try {
            return Files.writeString(folder.resolve("trusted.json"), content);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    LoginTokens tokens(Object... entries) {
        byte[] key = "a key of the server that is long enough".getBytes(StandardCharsets.UTF_8);
        return new LoginTokens(key, issuers(entries), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static String signed(JWSHeader header, JWSSigner signer, String payload) {
        try {
            JWSObject token = new JWSObject(header, new Payload(payload));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String signed(String algorithm, KeyPair keys, String payload) {
        return signed(new JWSHeader(JWSAlgorithm.parse(algorithm)), signer(algorithm, keys), payload);
    }

    static JWSSigner signer(String algorithm, KeyPair keys) {
        try {
            return algorithm.startsWith("ES")
                    ? new ECDSASigner((ECPrivateKey) keys.getPrivate())
                    : new RSASSASigner(keys.getPrivate());
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String rs256(String payload) {
        return signed("RS256", rsa, payload);
    }

    static void assertRefused(ThrowingCallable check, int code, String message) {
        assertThatThrownBy(check).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(401);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessage(message);
        });
    }
}
