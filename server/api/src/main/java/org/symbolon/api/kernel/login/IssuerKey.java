package org.symbolon.api.kernel.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key, and the one algorithm (RFC 7518, section 3) that it counts with. What a token says of its key ({@code kid}, {@code jku}, {@code jwk}, {@code
 * x5u}) is never looked at, and there is no algorithm in which a public key would be a shared secret.
 */
final class IssuerKey {

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");
    private static final int FEWEST_RSA_BITS = 2048;

    private final JWSAlgorithm algorithm;
    private final JWSVerifier verifier;

    private IssuerKey(JWSAlgorithm algorithm, JWSVerifier verifier) {
        this.algorithm = algorithm;
        this.verifier = verifier;
    }

    /**
     * Reads one.
     *
     * @param pem a SubjectPublicKeyInfo (RFC 7468, section 13)
     * @throws IllegalArgumentException if the two do not fit each other, or are not what they must be
     */
    static IssuerKey of(String algorithm, String pem) {
        JWSAlgorithm named = new JWSAlgorithm(algorithm);
        boolean rsa = JWSAlgorithm.Family.RSA.contains(named);
        if (!rsa && !JWSAlgorithm.Family.EC.contains(named)) {
            throw new IllegalArgumentException(
                    "algorithm must be one of ES256, ES384, ES512, RS256, RS384, RS512," + " PS256, PS384, PS512");
        }
        try {
            JWSVerifier verifier = rsa ? ofRsa(pem) : new ECDSAVerifier((ECPublicKey) key("EC", pem));
            if (verifier.supportedJWSAlgorithms().contains(named)) {
                return new IssuerKey(named, verifier);
            }
        } catch (GeneralSecurityException | JOSEException | IllegalStateException unusable) {
            throw new IllegalArgumentException(
                    "public_key must be a public key in PEM for the algorithm %s".formatted(algorithm), unusable);
        }
        throw new IllegalArgumentException("public_key must be one for the algorithm %s".formatted(algorithm));
    }

    private static JWSVerifier ofRsa(String pem) throws GeneralSecurityException {
        RSAPublicKey key = (RSAPublicKey) key("RSA", pem);
        if (key.getModulus().bitLength() < FEWEST_RSA_BITS) {
            throw new IllegalArgumentException("public_key must have %d bits or more".formatted(FEWEST_RSA_BITS));
        }
        return new RSASSAVerifier(key);
    }

    private static PublicKey key(String kind, String pem) throws GeneralSecurityException {
        Matcher text = PEM.matcher(pem);
        if (!text.matches()) {
            throw new IllegalArgumentException("public_key must be a public key in PEM");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(text.group(1));
        return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded));
    }

    boolean isFor(String named) {
        return algorithm.getName().equals(named);
    }

    /** Whether a token that names this algorithm was signed with the key. */
    boolean hasSigned(String named, TokenSegments token) {
        if (!isFor(named)) {
            return false;
        }
        try {
            return verifier.verify(
                    new JWSHeader(algorithm),
                    token.signedText().getBytes(StandardCharsets.UTF_8),
                    Base64URL.encode(TokenSegments.decode(token.signature())));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("A log-in token cannot be verified", unusable);
        }
    }
}
