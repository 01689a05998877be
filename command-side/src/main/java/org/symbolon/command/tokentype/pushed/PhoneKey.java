package org.symbolon.command.tokentype.pushed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The key of a telephone (SubjectPublicKeyInfo of RFC 5280). Its kind alone says how it signs: RSA by RSASSA-PKCS1-v1_5 (RFC 8017), an
 * elliptic curve by ECDSA, either with SHA-256. Nobody can choose another way.
 *
 * @param text in Base64, as it is kept
 */
record PhoneKey(PublicKey key, String text) {

    private static final int LONGEST = 4096;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_CURVE_BITS = 256;
    private static final int LONGEST_SIGNATURE = 4096;

    /** The key that a telephone has sent; empty if it is none, or too weak. */
    static Optional<PhoneKey> sent(String text) {
        String plain = text.strip()
                .replace(' ', '+')
                .replace('-', '+')
                .replace('_', '/')
                .replaceAll("[\\r\\n]", "");
        return plain.length() > LONGEST ? Optional.empty() : kept(plain).filter(PhoneKey::isStrong);
    }

    /** The key that is kept as this text. */
    static Optional<PhoneKey> kept(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text);
            ASN1ObjectIdentifier kind =
                    SubjectPublicKeyInfo.getInstance(encoded).getAlgorithm().getAlgorithm();
            PublicKey key = KeyFactory.getInstance(family(kind)).generatePublic(new X509EncodedKeySpec(encoded));
            return Optional.of(new PhoneKey(key, Base64.getEncoder().encodeToString(encoded)));
        } catch (GeneralSecurityException | RuntimeException none) {
            return Optional.empty();
        }
    }

    private static String family(ASN1ObjectIdentifier kind) throws GeneralSecurityException {
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        throw new GeneralSecurityException("Telephones have no keys of this kind");
    }

    private boolean isStrong() {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= LEAST_RSA_BITS
                    && rsa.getPublicExponent().bitLength() > 1
                    && rsa.getPublicExponent().testBit(0);
        }
        return key instanceof ECPublicKey curve && curve.getParams().getOrder().bitLength() >= LEAST_CURVE_BITS;
    }

    /** Whether it has signed this text, in UTF-8, with this signature in Base32. */
    boolean hasSigned(String said, String signature) {
        if (signature.length() > LONGEST_SIGNATURE) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(key instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA");
            check.initVerify(key);
            check.update(said.getBytes(StandardCharsets.UTF_8));
            return check.verify(new Base32().decode(signature.strip().toUpperCase(Locale.ROOT)));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }
}
