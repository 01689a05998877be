package org.symbolon.connectors.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a service account proves itself with where it gets tokens (RFC 7523, section 2.1): a JWT that it has signed with RS256. */
final class Assertion {

    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Duration VALID = Duration.ofHours(1);
    private static final JsonMapper JSON = new JsonMapper();

    private Assertion() {}

    static String of(ServiceAccount account, Instant now) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "JWT");
        header.put("kid", account.keyId());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", account.email());
        claims.put("scope", SCOPE);
        claims.put("aud", account.tokens().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(VALID).getEpochSecond());
        String signed = encoded(JSON.writeValueAsBytes(header)) + "." + encoded(JSON.writeValueAsBytes(claims));
        return signed + "." + encoded(signature(account, signed));
    }

    private static byte[] signature(ServiceAccount account, String signed) {
        try {
            Signature signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(account.key());
            signing.update(signed.getBytes(UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("A key that was read cannot sign", unusable);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
