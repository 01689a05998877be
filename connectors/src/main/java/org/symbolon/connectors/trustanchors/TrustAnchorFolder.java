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
import org.symbolon.connectors.trustanchors.TrustedMakers.Model;

/**
 * Reads from a folder which makers of devices are trusted: their certificates, and what is published of their models. What is neither is
 * passed over, and said in the log.
 */
public final class TrustAnchorFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TrustAnchorFolder.class);
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 1_000_000;
    private static final long MOST_BYTES_OF_LIST = 64_000_000;
    private static final List<String> OF_MODELS = List.of(".json", ".jwt");

    private TrustAnchorFolder() {}

    /** All that there are; none where there is no such folder. */
    public static TrustedMakers read(String folder) {
        List<X509Certificate> certificates = new ArrayList<>();
        List<Model> models = new ArrayList<>();
        PublishedModels published = new PublishedModels();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".pem")) {
                certificates.addAll(certificates(file));
            } else {
                models.addAll(published.in(file));
            }
        }
        return new TrustedMakers(certificates, models);
    }

    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(TrustAnchorFolder::isReadable)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | InvalidPathException missing) {
            LOG.warn("The folder with trust anchors cannot be read: {}", missing.toString());
            return List.of();
        }
    }

    private static boolean isReadable(Path file) {
        String name = file.getFileName().toString();
        boolean ofModels = OF_MODELS.stream().anyMatch(name::endsWith);
        try {
            return Files.isRegularFile(file)
                    && (ofModels || name.endsWith(".pem"))
                    && Files.size(file) <= (name.endsWith(".jwt") ? MOST_BYTES_OF_LIST : MOST_BYTES);
        } catch (IOException unreadable) {
            return false;
        }
    }

    static List<X509Certificate> certificates(Path file) {
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
