package org.symbolon.app.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.pem.PemContent;
import org.symbolon.connectors.radiusclient.RadiusListener;

/**
 * The key and the certificate of RADIUS/TLS, in files of PEM. They are read again when they have changed, so that a certificate can be
 * renewed while the server runs; where the new ones cannot be used, the former stay.
 */
public final class RadiusIdentity implements RadiusListener.Identity {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusIdentity.class);

    private final Path certificate;
    private final Path key;
    private List<FileTime> asOf = List.of();
    private KeyManager[] managers;

    public RadiusIdentity(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
    }

    @Override
    public SSLContext context(X509TrustManager trust) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers(), new TrustManager[] {trust}, null);
        return context;
    }

    private synchronized KeyManager[] managers() throws GeneralSecurityException, IOException {
        try {
            List<FileTime> now = List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
            if (!now.equals(asOf)) {
                managers = read();
                asOf = now;
            }
        } catch (GeneralSecurityException | IOException | RuntimeException unusable) {
            if (managers == null) {
                throw unusable;
            }
            LOG.warn(
                    "The new key or certificate of RADIUS/TLS cannot be used: {}",
                    unusable.getClass().getName());
        }
        return managers.clone();
    }

    private KeyManager[] read() throws GeneralSecurityException, IOException {
        List<X509Certificate> chain = PemContent.load(certificate).getCertificates();
        PrivateKey secret = PemContent.load(key).getPrivateKey();
        if (chain == null || chain.isEmpty() || secret == null) {
            throw new GeneralSecurityException("There is no certificate, or no key");
        }
        char[] password = UUID.randomUUID().toString().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", secret, password, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }
}
