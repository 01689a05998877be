package org.symbolon.connectors.radiusclient;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority, or whom it has given a certificate, with the key that goes with it. */
public final class SoftCertificates {

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;

    private SoftCertificates(String name, KeyPair keys, X509Certificate certificate, List<X509Certificate> chain) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
        this.chain = chain;
    }

    public static SoftCertificates authority(String name) {
        KeyPair keys = keys();
        X509Certificate certificate = certificate(name, keys, name, keys.getPrivate(), null, Instant.now());
        return new SoftCertificates(name, keys, certificate, List.of(certificate));
    }

    public SoftCertificates client(String machine) {
        return issue(machine, KeyPurposeId.id_kp_clientAuth, Instant.now());
    }

    /** One whose certificate is over. */
    public SoftCertificates formerClient(String machine) {
        return issue(machine, KeyPurposeId.id_kp_clientAuth, Instant.now().minus(Duration.ofDays(90)));
    }

    public SoftCertificates server(String machine) {
        return issue(machine, KeyPurposeId.id_kp_serverAuth, Instant.now());
    }

    private SoftCertificates issue(String machine, KeyPurposeId use, Instant from) {
        KeyPair own = keys();
        X509Certificate issued = certificate(machine, own, name, keys.getPrivate(), use, from);
        return new SoftCertificates(machine, own, issued, List.of(issued, certificate));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static X509Certificate certificate(
            String name, KeyPair keys, String issuer, PrivateKey signing, KeyPurposeId use, Instant from) {
        try {
            Instant begin = from.minus(Duration.ofHours(1));
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(NUMBERS.incrementAndGet()),
                    Date.from(begin),
                    Date.from(begin.plus(Duration.ofDays(30))),
                    new X500Name("CN=" + name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == null));
            if (use != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing)));
        } catch (IOException | OperatorCreationException | CertificateException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public X509Certificate[] chain() {
        return chain.toArray(X509Certificate[]::new);
    }

    public String pem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public Path pemIn(Path file) throws IOException {
        return Files.writeString(file, pem());
    }

    public Path keyIn(Path file) throws IOException {
        return Files.writeString(file, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), kind);
    }

    /** What shows this certificate to others, and believes what this authority vouches for. */
    public SSLContext trusting(SoftCertificates authority) {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("authority", authority.certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return context(trust.getTrustManagers());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The same with a trust that somebody else has. */
    public SSLContext with(X509TrustManager trust) {
        return context(new TrustManager[] {trust});
    }

    private SSLContext context(TrustManager[] trust) {
        try {
            char[] password = "password".toCharArray();
            KeyStore own = empty();
            own.setKeyEntry("own", keys.getPrivate(), password, chain());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(own, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), trust, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static KeyStore empty() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
