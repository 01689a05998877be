package org.symbolon.command.radiusclient;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** The certificates that a definition names, as a text in PEM. */
public final class ClientCertificates {

    private ClientCertificates() {}

    /**
     * What the text holds.
     *
     * @throws IllegalArgumentException if that is no certificate at all, or something else as well
     */
    public static List<X509Certificate> of(String pem) {
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There is no certificate");
            }
            return found;
        } catch (CertificateException unreadable) {
            throw new IllegalArgumentException("These are no certificates in PEM", unreadable);
        }
    }
}
