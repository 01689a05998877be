package org.symbolon.connectors.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A file with certificates of authorities in PEM, which a definition names. */
public record AuthoritiesFile(Path file) {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /**
     * What trusts these authorities alone.
     *
     * @throws IOException if it is no regular file of a fair size
     * @throws GeneralSecurityException if there is something else than certificates in it
     */
    public TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates()) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** A way to encrypt that trusts these authorities alone; fails as {@link #trustManagers} does. */
    public SSLContext context() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trustManagers(), null);
        return context;
    }

    private Collection<? extends Certificate> certificates() throws GeneralSecurityException, IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException("It is no regular file, or too large");
        }
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
