package org.symbolon.connectors.trustanchors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the certificates of trusted makers of devices from a folder. What is none is passed over, and said in the log. */
public final class TrustAnchorFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TrustAnchorFolder.class);
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 1_000_000;

    private TrustAnchorFolder() {}

    /** All that there are; none where there is no such folder. */
    public static List<X509Certificate> read(String folder) {
        List<X509Certificate> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            files.filter(TrustAnchorFolder::isReadable)
                    .sorted()
                    .limit(MOST_FILES)
                    .forEach(file -> found.addAll(certificates(file)));
        } catch (IOException | InvalidPathException missing) {
            LOG.warn("The folder with trust anchors cannot be read: {}", missing.toString());
        }
        return found;
    }

    private static boolean isReadable(Path file) {
        try {
            return file.getFileName().toString().endsWith(".pem") && Files.size(file) <= MOST_BYTES;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
        } catch (IOException | CertificateException none) {
            LOG.warn("The file {} holds no certificates: {}", file, none.toString());
        }
        return found;
    }
}
