package org.symbolon.connectors.network;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for some names that it vouches for itself: a server shows it, and a client may trust it. */
public final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration VALIDITY = Duration.ofDays(2);

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /** For instance for {@code dns:localhost,ip:127.0.0.1}. */
    public static Certificates of(String names) throws Exception {
        return of(names, Duration.ofDays(1));
    }

    /** One for two days from then on, for instance nine days ago: it has expired a week ago. */
    public static Certificates of(String names, Duration ago) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {certificate(keys, names, Instant.now().minus(ago))};
        store.setKeyEntry("server", keys.getPrivate(), PASSWORD, chain);
        return new Certificates(store);
    }

    private static Certificate certificate(KeyPair keys, String names, Instant begin) throws Exception {
        X500Name name = new X500Name("CN=test");
        BigInteger serial = BigInteger.valueOf(System.nanoTime());
        Date end = Date.from(begin.plus(VALIDITY));
        X509CertificateHolder made = new JcaX509v3CertificateBuilder(
                        name, serial, Date.from(begin), end, name, keys.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, alternatives(names))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        return new JcaX509CertificateConverter().getCertificate(made);
    }

    private static GeneralNames alternatives(String names) {
        return new GeneralNames(Stream.of(names.split(",", -1))
                .map(name -> name.startsWith("ip:")
                        ? new GeneralName(GeneralName.iPAddress, name.substring("ip:".length()))
                        : new GeneralName(GeneralName.dNSName, name.substring("dns:".length())))
                .toArray(GeneralName[]::new));
    }

    public SSLContext server() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** The certificate, as a file of authorities has it. */
    public String certificatePem() throws Exception {
        return pem("CERTIFICATE", store.getCertificate("server").getEncoded());
    }

    public String keyPem() throws Exception {
        return pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    public SSLSocketFactory trusting() throws Exception {
        return trustingContext().getSocketFactory();
    }

    public SSLContext trustingContext() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
