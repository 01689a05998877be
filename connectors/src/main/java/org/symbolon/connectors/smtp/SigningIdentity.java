package org.symbolon.connectors.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;
import org.symbolon.command.smtpserver.port.UnsoundSignerException.Fault;

/** A key and its certificates, ready to sign (CMS, RFC 5652, with SHA-256). */
final class SigningIdentity {

    private static final String RSA = "RSA";
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey key;
    private final List<X509Certificate> certificates;

    private SigningIdentity(PrivateKey key, List<X509Certificate> certificates) {
        this.key = key;
        this.certificates = certificates;
    }

    /**
     * That of a signer.
     *
     * @throws UnsoundSignerException if its key or its certificates cannot be read
     */
    static SigningIdentity of(MailSigner signer) {
        return new SigningIdentity(key(signer), certificates(signer.certificates()));
    }

    private static PrivateKey key(MailSigner signer) {
        try (PEMParser parser =
                new PEMParser(new StringReader(signer.privateKey().reveal()))) {
            PrivateKeyInfo found = (PrivateKeyInfo) parser.readObject();
            ASN1ObjectIdentifier kind = found.getPrivateKeyAlgorithm().getAlgorithm();
            String name = kind.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : RSA;
            return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(found.getEncoded()));
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw new UnsoundSignerException(Fault.KEY);
        }
    }

    private static List<X509Certificate> certificates(String pem) {
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException | RuntimeException unreadable) {
            throw new UnsoundSignerException(Fault.CERTIFICATE);
        }
        throw new UnsoundSignerException(Fault.CERTIFICATE);
    }

    /** That of the key. */
    X509Certificate certificate() {
        return certificates.get(0);
    }

    private String algorithm() {
        return key.getAlgorithm().equals(RSA) ? "SHA256withRSA" : "SHA256withECDSA";
    }

    /** Lets a key pass that is the one of its certificate: what one signs, the other verifies. */
    void requireItsKey() {
        try {
            Signature signing = Signature.getInstance(algorithm());
            signing.initSign(key);
            signing.update(PROBE);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm());
            verifying.initVerify(certificate().getPublicKey());
            verifying.update(PROBE);
            if (verifying.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException another) {
            throw new UnsoundSignerException(Fault.NOT_ITS_KEY);
        }
        throw new UnsoundSignerException(Fault.NOT_ITS_KEY);
    }

    /**
     * The signature of what is sent beside it.
     *
     * @throws UnsoundSignerException if the certificate does not hold at this moment
     */
    byte[] signature(byte[] content, Instant now) {
        requireValid(now);
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signedAt(now)))
                    .build(algorithm(), key, certificate()));
            generator.addCertificates(new JcaCertStore(certificates));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (CMSException | IOException | GeneralSecurityException | OperatorCreationException impossible) {
            throw new UnsoundSignerException(Fault.KEY);
        }
    }

    /** When it was signed (RFC 5652, 11.3). */
    private static AttributeTable signedAt(Instant now) {
        return new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
    }

    private void requireValid(Instant now) {
        try {
            certificate().checkValidity(Date.from(now));
        } catch (CertificateExpiredException over) {
            throw new UnsoundSignerException(Fault.EXPIRED);
        } catch (CertificateNotYetValidException early) {
            throw new UnsoundSignerException(Fault.NOT_YET_VALID);
        }
    }
}
