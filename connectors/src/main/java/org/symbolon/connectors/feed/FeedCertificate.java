package org.symbolon.connectors.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.symbolon.command.feed.port.FeedTarget;

/** By which this server shows who is fed who it is, where it is to show something. */
final class FeedCertificate {

    private static final char[] NO_PASSWORD = {};

    private final FeedTarget target;

    private FeedCertificate(FeedTarget target) {
        this.target = target;
    }

    static FeedCertificate of(FeedTarget target) {
        return new FeedCertificate(target);
    }

    /**
     * The server's own, below those above it; empty where there is none to show.
     *
     * @throws GeneralSecurityException if it is of no use
     */
    Optional<X509Certificate> shown() throws GeneralSecurityException {
        Certificate[] chain = chain();
        return chain.length == 0 ? Optional.empty() : Optional.of((X509Certificate) chain[0]);
    }

    /** What shows it; nothing where there is none. */
    KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        Certificate[] chain = chain();
        if (chain.length == 0) {
            return new KeyManager[0];
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key(), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private Certificate[] chain() throws GeneralSecurityException {
        byte[] pem = target.option("client_certificate").orElse("").getBytes(StandardCharsets.UTF_8);
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem))
                .toArray(Certificate[]::new);
    }

    private PrivateKey key() throws GeneralSecurityException {
        String pem = target.option("client_key").orElse("");
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PrivateKeyInfo key) {
                    return new JcaPEMKeyConverter().getPrivateKey(key);
                }
                if (found instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidKeyException("It is no private key");
        }
        throw new InvalidKeyException("There is no private key");
    }
}
