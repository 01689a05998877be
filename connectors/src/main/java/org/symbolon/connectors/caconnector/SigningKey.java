package org.symbolon.connectors.caconnector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;

/**
 * The key of an authority with its certificate, as long as both can be used. It is read anew for each certificate, so that it lies in
 * memory no longer than that, and another one counts at once.
 */
record SigningKey(PrivateKey key, X509Certificate certificate) {

    private static final int LONG_CURVE = 384;
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads it.
     *
     * @throws AuthorityException if it cannot be read, or does not hold at this time
     */
    static SigningKey of(Authority authority, AuthorityFiles files, Instant now) {
        String name = authority.name();
        X509Certificate certificate = Pem.certificate(files.read(files.certificate(), Trouble.DEFINITION))
                .orElseThrow(() -> new AuthorityException(name, Trouble.DEFINITION, "cacert holds no certificate"));
        requireSound(name, certificate, now);
        return new SigningKey(key(name, files), certificate);
    }

    private static void requireSound(String name, X509Certificate certificate, Instant now) {
        if (certificate.getNotAfter().toInstant().isBefore(now)
                || certificate.getNotBefore().toInstant().isAfter(now)) {
            throw new AuthorityException(name, Trouble.EXPIRED);
        }
        if (certificate.getBasicConstraints() < 0) {
            throw new AuthorityException(name, Trouble.DEFINITION, "cacert is none of an authority");
        }
    }

    /** Whatever is wrong with it, nothing is said of it but that. */
    private static PrivateKey key(String name, AuthorityFiles files) {
        return PrivateKeys.read(files.read(files.key(), Trouble.KEY), files.password())
                .orElseThrow(() -> new AuthorityException(name, Trouble.KEY));
    }

    ContentSigner signer(Authority authority) {
        try {
            return new JcaContentSignerBuilder(algorithm()).build(key);
        } catch (OperatorCreationException | RuntimeException unfit) {
            throw new AuthorityException(authority.name(), Trouble.KEY);
        }
    }

    private String algorithm() {
        if (key instanceof RSAKey) {
            return "SHA256withRSA";
        }
        if (key instanceof ECKey curve) {
            return curve.getParams().getCurve().getField().getFieldSize() < LONG_CURVE
                    ? "SHA256withECDSA"
                    : "SHA384withECDSA";
        }
        return key.getAlgorithm();
    }

    /** Whether it belongs to the certificate: what it has signed says that. */
    boolean hasSigned(X509CertificateHolder issued) {
        try {
            Pem.certificate(issued).verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    /** Whether what it signs is believed by whoever has the certificate. */
    boolean isOfItsCertificate() {
        try {
            Signature signing = Signature.getInstance(algorithm());
            signing.initSign(key);
            signing.update(PROBE);
            Signature verification = Signature.getInstance(algorithm());
            verification.initVerify(certificate.getPublicKey());
            verification.update(PROBE);
            return verification.verify(signing.sign());
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
