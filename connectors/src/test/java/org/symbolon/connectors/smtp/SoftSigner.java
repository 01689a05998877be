package org.symbolon.connectors.smtp;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.symbolon.command.secret.NativeCrypto;

/** Somebody who signs mails, with a key and a certificate for it that he has made himself. */
public final class SoftSigner {

    private final PrivateKey key;
    private final X509Certificate certificate;

    private SoftSigner(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    private static KeyPair pair(String kind, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    /** One with a key of this kind, whose certificate holds for this time. */
    public static SoftSigner of(String kind, int bits, Instant from, Instant to) {
        try {
            KeyPair pair = kind.equals("RSA") ? NativeCrypto.rsaPair(bits, new SecureRandom()) : pair(kind, bits);
            X500Name name = new X500Name("CN=mfa@example.com");
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.ONE, Date.from(from), Date.from(to), name, pair.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
            String algorithm = kind.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new SoftSigner(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
        } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String certificatePem() {
        return pem(certificate);
    }

    /** The key in the form of today (PKCS #8). */
    public String keyPem() {
        return pem(pkcs8(null));
    }

    /** The same, encrypted. */
    public String keyPem(String passphrase) {
        return pem(pkcs8(passphrase));
    }

    private JcaPKCS8Generator pkcs8(String passphrase) {
        try {
            return new JcaPKCS8Generator(
                    key,
                    passphrase == null
                            ? null
                            : new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                    .setProvider(new BouncyCastleProvider())
                                    .setPassword(passphrase.toCharArray())
                                    .build());
        } catch (IOException | OperatorCreationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The key in the form that programs of old wrote. */
    public String oldKeyPem() {
        return key instanceof ECPrivateKey curve ? pem(old(curve)) : pem(key);
    }

    /** With the name of the curve inside (RFC 5915), as openssl writes it. */
    private static PemObject old(ECPrivateKey key) {
        try {
            ASN1Encodable curve = PrivateKeyInfo.getInstance(key.getEncoded())
                    .getPrivateKeyAlgorithm()
                    .getParameters();
            int bits = key.getParams().getOrder().bitLength();
            return new PemObject(
                    "EC PRIVATE KEY", new org.bouncycastle.asn1.sec.ECPrivateKey(bits, key.getS(), curve).getEncoded());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The key of RSA in the form of old, encrypted. */
    public String oldKeyPem(String passphrase) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    key,
                    new JcePEMEncryptorBuilder("AES-256-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .build(passphrase.toCharArray()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }

    private static String pem(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }
}
