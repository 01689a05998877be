package org.symbolon.api.kernel.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.shared.Caches;
import org.symbolon.command.shared.Sha256;
import org.symbolon.events.shared.Caller;

/**
 * Issues and verifies the tokens that {@code /auth} hands out. They are JSON Web Tokens of eduMFA's form, so that its
 * sessions and API keys go on working under the same key. Those of other issuers count as far as these are trusted. Verified tokens are
 * remembered by their digest, since every administrative request brings one.
 */
public final class LoginTokens {

    public static final String ADMIN = "admin";
    public static final String USER = "user";
    public static final String VALIDATE = "validate";

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_NONCE = 128;

    /** What eduMFA writes there, which clients have in their keys; nobody reads it. */
    private static final String RIGHTS_OF_API_KEYS = "TODO";

    private static final String PASSWORD_MARK = "pwd";
    private static final int MARK_BYTES = 16;

    private final TrustedIssuers trusted;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final MACSigner signer;
    private final MACVerifier verifier;
    private final KeyedDigest marks;
    private final Cache<String, VerifiedLogin> verified =
            Caches.newBuilder().maximumSize(10_000).expireAfterWrite(LIFETIME).build();

    public LoginTokens(String key, Clock clock) {
        this(key.getBytes(StandardCharsets.UTF_8), clock);
    }

    /** Beside which no others count. */
    public LoginTokens(byte[] key, Clock clock) {
        this(key, TrustedIssuers.NONE, clock);
    }

    /** HMAC itself fills short keys up with zeros; doing so before satisfies the library and changes no signature. */
    public LoginTokens(byte[] key, TrustedIssuers trusted, Clock clock) {
        if (key.length == 0) {
            throw new IllegalArgumentException("The key of the log-in tokens is empty");
        }
        this.trusted = trusted;
        this.clock = clock;
        try {
            byte[] filled = Arrays.copyOf(key, Math.max(key.length, SHORTEST_KEY));
            signer = new MACSigner(filled);
            verifier = new MACVerifier(filled);
            marks = new KeyedDigest(filled);
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException("The key of the log-in tokens cannot be used", unusable);
        }
    }

    /** A token for somebody who has just logged in, valid for one hour. The way is "password" but for remote users. */
    public String issue(String username, String realm, String role, String way, List<String> rights) {
        return sign(
                claims(username, realm, role, LIFETIME).claim("authtype", way).claim("rights", rights));
    }

    /** As {@link #issue} for a local administrator, whose log-in ends when his password does. */
    public String issueBound(String username, String role, String way, List<String> rights, String passwordHash) {
        return sign(claims(username, "", role, LIFETIME)
                .claim("authtype", way)
                .claim("rights", rights)
                .claim(PASSWORD_MARK, markOf(passwordHash)));
    }

    /** By which a password is known again, and from which nothing of its hash can be told. */
    String markOf(String passwordHash) {
        byte[] digest = marks.of("password of an administrator", passwordHash.getBytes(StandardCharsets.UTF_8));
        return Base64URL.encode(Arrays.copyOf(digest, MARK_BYTES)).toString();
    }

    /** A long-lived token for a program. */
    public String issueApiKey(String username, String realm, String role, Duration lifetime) {
        return sign(
                claims(username, realm, role, lifetime).claim("authtype", "API").claim("rights", RIGHTS_OF_API_KEYS));
    }

    private JWTClaimsSet.Builder claims(String username, String realm, String role, Duration lifetime) {
        byte[] nonce = new byte[20];
        random.nextBytes(nonce);
        return new JWTClaimsSet.Builder()
                .claim("username", username)
                .claim("realm", realm)
                .claim("nonce", HexFormat.of().formatHex(nonce))
                .claim("role", role)
                .expirationTime(Date.from(clock.instant().plus(lifetime)));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(HEADER, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The log-in token cannot be signed", unusable);
        }
    }

    /** The caller that the header's token names, or a refusal with status 401. */
    public Caller verify(String header) {
        return login(header).caller();
    }

    /** The log-in that the header's token is of, or a refusal with status 401. */
    public VerifiedLogin login(String header) {
        if (header.isEmpty()) {
            throw LoginTokenRefusal.missing();
        }
        String digest = Sha256.hexOf(header);
        VerifiedLogin known = verified.getIfPresent(digest);
        if (known == null) {
            known = check(TokenSegments.of(header));
            verified.put(digest, known);
        }
        if (known.expires() <= clock.instant().getEpochSecond()) {
            throw LoginTokenRefusal.expired();
        }
        return known;
    }

    private VerifiedLogin check(TokenSegments token) {
        Map<?, ?> header = token.heading();
        if (!(header.get("alg") instanceof String algorithm)) {
            throw LoginTokenRefusal.undecodable("Algorithm not specified");
        }
        boolean own = algorithm.equals(HEADER.getAlgorithm().getName());
        if (!own && !trusted.knowAlgorithm(algorithm)) {
            throw LoginTokenRefusal.undecodable("The specified alg value is not allowed");
        }
        if (header.containsKey("crit") || (own && !isSigned(token))) {
            throw LoginTokenRefusal.undecodable("Signature verification failed");
        }
        return own ? verified(token) : trusted.login(algorithm, token, clock.instant());
    }

    /** Compares in constant time. */
    private boolean isSigned(TokenSegments segments) {
        try {
            byte[] signature = TokenSegments.decode(segments.signature());
            return verifier.verify(
                    HEADER, segments.signedText().getBytes(StandardCharsets.UTF_8), Base64URL.encode(signature));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The log-in token cannot be verified", unusable);
        }
    }

    private static VerifiedLogin verified(TokenSegments token) {
        Map<?, ?> claims = token.claims();
        long expires = token.expires();
        String username = claim(claims, "username");
        String realm = claim(claims, "realm");
        Caller caller =
                switch (claim(claims, "role")) {
                    case ADMIN -> new Caller.Administrator(username, realm);
                    case USER -> new Caller.RealmUser(username, realm, "");
                    case VALIDATE -> new Caller.ApiKey(username, realm);
                    default -> throw LoginTokenRefusal.undecodable("Invalid claim format in token");
                };
        String mark = claims.get(PASSWORD_MARK) instanceof String text ? text : "";
        return new VerifiedLogin(caller, nonce(claims, token), expires, mark);
    }

    /**
     * A token that somebody else has made under this key may have none that can be kept. A digest of what is signed is as
     * good; the signature is left out, since there are several ways to write one.
     */
    private static String nonce(Map<?, ?> claims, TokenSegments segments) {
        if (claims.get("nonce") instanceof String nonce && !nonce.isEmpty() && nonce.length() <= LONGEST_NONCE) {
            return nonce;
        }
        return Sha256.hexOf(segments.signedText());
    }

    private static String claim(Map<?, ?> claims, String name) {
        if (claims.get(name) instanceof String text) {
            return text;
        }
        throw LoginTokenRefusal.undecodable("Token is missing the \"" + name + "\" claim");
    }
}
