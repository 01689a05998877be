package org.symbolon.connectors.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.connectors.network.AuthoritiesFile;
import org.symbolon.connectors.network.TrustsAll;

/** Whose certificates hold for who is fed, and which certificate this server shows. */
final class FeedTrust {

    private FeedTrust() {}

    /**
     * Those of the authorities in the file that it names, or of Java's; any where certificates are not to be looked at.
     *
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if the file, or the certificate and key of this server, are of no use
     */
    static SSLContext of(FeedTarget target, StoreFiles files) throws IOException, GeneralSecurityException {
        KeyManager[] own = FeedCertificate.of(target).keyManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, trusted(target, files), null);
        return context;
    }

    /** Java's own where it is null. */
    private static TrustManager[] trusted(FeedTarget target, StoreFiles files)
            throws IOException, GeneralSecurityException {
        if (!target.flag("tls", true)) {
            return TrustsAll.trustManagers();
        }
        Optional<String> authorities = target.option("authorities");
        if (authorities.isEmpty()) {
            return null;
        }
        Path file = files.named(authorities.get());
        files.requireReadable(file);
        return new AuthoritiesFile(file).trustManagers();
    }
}
