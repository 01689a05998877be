package org.symbolon.command.tokentype.certificate;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** An authority that issues certificates, and those who ask it. */
public final class SoftAuthority {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

    private final String name;
    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    private SoftAuthority(String name, SoftAuthority above) {
        this.name = name;
        this.certificate = (above == null ? this : above).issue(name, keys.getPublic(), true);
    }

    /** One that vouches for itself. */
    public static SoftAuthority root(String name) {
        return new SoftAuthority(name, null);
    }

    /** One below this one. */
    public SoftAuthority below(String other) {
        return new SoftAuthority(other, this);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for a key. */
    public X509Certificate issue(String subject, PublicKey key) {
        return issue(subject, key, false);
    }

    private X509Certificate issue(String subject, PublicKey key, boolean isAuthority) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    new X500Name("CN=" + name),
                                    BigInteger.valueOf(Math.abs((long) subject.hashCode()) + 1),
                                    Date.from(BEGIN),
                                    Date.from(END),
                                    new X500Name("CN=" + subject),
                                    key)
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A request for one's own key, signed with another if that is not the same. */
    public static String request(String subject, KeyPair own, KeyPair signing) {
        return request(subject, own, signing, "SHA256withECDSA");
    }

    /** The same with a signature of this kind. */
    public static String request(String subject, KeyPair own, KeyPair signing, String algorithm) {
        try {
            return pem(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=" + subject), own.getPublic())
                    .build(new JcaContentSignerBuilder(algorithm).build(signing.getPrivate())));
        } catch (OperatorCreationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }
}
