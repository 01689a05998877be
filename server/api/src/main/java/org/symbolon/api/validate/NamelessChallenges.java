package org.symbolon.api.validate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.shared.Randomness;

/**
 * Challenges for anybody: they say for themselves until when they can be answered, and are signed, so that nothing has to be kept. The
 * key is none that a log-in token is signed with.
 */
public final class NamelessChallenges {

    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    private static final int NONCE_BYTES = 16;

    private final byte[] key;
    private final Randomness randomness;
    private final TransactionIds ids;
    private final Clock clock;

    public NamelessChallenges(byte[] serverKey, Randomness randomness, Clock clock) {
        this.key = derived(serverKey, "challenges for anybody");
        this.randomness = randomness;
        this.ids = new TransactionIds(randomness);
        this.clock = clock;
    }

    /** A key of its own for what is called so. */
    static byte[] derived(byte[] serverKey, String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(serverKey, "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One that was made, and what is to be signed of it, in base64url. */
    record Made(String transactionId, String challenge) {}

    /** One that was answered; until when it could be. */
    record Answered(String nonce, String challenge, Instant expires, boolean inTime) {}

    Made make(int seconds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String transactionId = ids.next();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim("nonce", randomness.hex(NONCE_BYTES))
                .claim("transactionId", transactionId)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(seconds)))
                .build();
        try {
            SignedJWT token = new SignedJWT(HEADER, claims);
            token.sign(new MACSigner(key));
            byte[] text = token.serialize().getBytes(StandardCharsets.US_ASCII);
            return new Made(
                    transactionId, Base64.getUrlEncoder().withoutPadding().encodeToString(text));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The challenge cannot be signed", unusable);
        }
    }

    /** The challenge; empty if this server has not made it. */
    Optional<Answered> read(byte[] challenge) {
        try {
            SignedJWT token = SignedJWT.parse(new String(challenge, StandardCharsets.US_ASCII));
            if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) || !token.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Instant expires = claims.getExpirationTime().toInstant();
            return Optional.of(new Answered(
                    claims.getStringClaim("nonce"),
                    HexFormat.of().formatHex(challenge),
                    expires,
                    clock.instant().isBefore(expires)));
        } catch (ParseException | JOSEException malformed) {
            return Optional.empty();
        }
    }
}
