package org.symbolon.command.tokentype.u2f;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** The key of a device: a point of the curve P-256, as 65 bytes. */
record DeviceKey(PublicKey key) {

    static final int BYTES = 65;

    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;

    /** The key that these bytes are; empty if they are none. */
    static Optional<DeviceKey> of(byte[] point) {
        if (point.length != BYTES || point[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint where = new ECPoint(number(point, 1), number(point, 1 + COORDINATE));
            return Optional.of(new DeviceKey(KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(where, curve.getParameterSpec(ECParameterSpec.class)))));
        } catch (GeneralSecurityException none) {
            return Optional.empty();
        }
    }

    private static BigInteger number(byte[] point, int begin) {
        return new BigInteger(1, Arrays.copyOfRange(point, begin, begin + COORDINATE));
    }

    /** Whether it has signed this (ECDSA with SHA-256). */
    boolean hasSigned(byte[] signature, byte[]... parts) {
        return hasSigned(key, "SHA256withECDSA", signature, parts);
    }

    static boolean hasSigned(PublicKey key, String algorithm, byte[] signature, byte[]... parts) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            for (byte[] part : parts) {
                check.update(part);
            }
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }
}
