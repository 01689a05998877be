package org.symbolon.command.tokentype.certificate;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.symbolon.command.error.Refusal;

/** Keys and signatures that nobody is to get a certificate for: they can be broken, or nearly. */
final class KeyStrength {

    private static final int LEAST_RSA = 2048;
    private static final int MOST_RSA = 8192;
    private static final int LEAST_CURVE = 256;

    /** SHA-2 with RSA (PKCS#1 and PSS) and with elliptic curves, and Edwards curves. */
    private static final Set<String> SIGNATURES = Set.of(
            "1.2.840.113549.1.1.10",
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4",
            "1.3.101.112",
            "1.3.101.113");

    private KeyStrength() {}

    /**
     * Lets a key pass that is strong enough. Huge ones would take long at every check.
     *
     * @throws Refusal 905 if it is not
     */
    static void require(String parameter, PublicKey key) {
        boolean strong = false;
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            strong = bits >= LEAST_RSA
                    && bits <= MOST_RSA
                    && rsa.getPublicExponent().bitLength() > 1
                    && rsa.getPublicExponent().testBit(0);
        } else if (key instanceof ECPublicKey curve) {
            strong = curve.getParams().getCurve().getField().getFieldSize() >= LEAST_CURVE;
        } else if (key instanceof EdECPublicKey) {
            strong = true;
        }
        if (!strong) {
            throw Refusal.parameter("Parameter '" + parameter + "' has a key that is not strong enough");
        }
    }

    /**
     * Lets a kind of signature pass.
     *
     * @throws Refusal 905 if it is of no use any more
     */
    static void requireSignature(String parameter, String algorithm) {
        if (!SIGNATURES.contains(algorithm)) {
            throw Refusal.parameter("Parameter '" + parameter + "' is signed in a way that is not strong enough");
        }
    }
}
