package org.symbolon.command.tokentype.webauthn;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which keys of devices can be checked at all: those of three algorithms, of one size each. */
public final class KeyRules {

    /** The algorithms, as policies name them, in the order in which devices are asked for them. */
    public static final Map<String, COSEAlgorithmIdentifier> ALGORITHMS = inOrder();

    private static final int RSA_BITS = 2048;
    private static final int EXPONENT_BYTES = 3;
    private static final Set<COSEAlgorithmIdentifier> OF_RSA =
            Set.of(COSEAlgorithmIdentifier.PS256, COSEAlgorithmIdentifier.RS256);

    private KeyRules() {}

    private static Map<String, COSEAlgorithmIdentifier> inOrder() {
        Map<String, COSEAlgorithmIdentifier> algorithms = new LinkedHashMap<>();
        algorithms.put("ecdsa", COSEAlgorithmIdentifier.ES256);
        algorithms.put("rsassa-pss", COSEAlgorithmIdentifier.PS256);
        algorithms.put("rsassa-pkcs1v1_5", COSEAlgorithmIdentifier.RS256);
        return Collections.unmodifiableMap(algorithms);
    }

    /** What a browser is told of those of the algorithms that have these names, under the names of the wire. */
    public static List<Map<String, Object>> asked(Collection<String> wanted) {
        List<Map<String, Object>> asked = new ArrayList<>();
        ALGORITHMS.forEach((name, algorithm) -> {
            if (wanted.contains(name)) {
                asked.add(Map.of("alg", algorithm.getValue(), "type", "public-key"));
            }
        });
        return asked;
    }

    static boolean allow(COSEKey key) {
        if (key instanceof EC2COSEKey elliptic) {
            return COSEAlgorithmIdentifier.ES256.equals(elliptic.getAlgorithm())
                    && Curve.SECP256R1.equals(elliptic.getCurve());
        }
        return key instanceof RSACOSEKey rsa
                && rsa.getAlgorithm() != null
                && OF_RSA.contains(rsa.getAlgorithm())
                && new BigInteger(1, rsa.getN()).bitLength() == RSA_BITS
                && rsa.getE().length == EXPONENT_BYTES;
    }
}
