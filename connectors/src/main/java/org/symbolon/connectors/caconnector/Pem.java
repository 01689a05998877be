package org.symbolon.connectors.caconnector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates, requests and revocation lists as texts (RFC 7468), of which nothing else in a file matters. */
final class Pem {

    static final String REVOCATION_LIST = "X509 CRL";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String REQUEST = "CERTIFICATE REQUEST";

    private Pem() {}

    /** The first certificate; empty if there is none that can be read. */
    static Optional<X509Certificate> certificate(String text) {
        return certificates(text).stream().findFirst();
    }

    /** All certificates of a text, in their order; none where one cannot be read. */
    static List<X509Certificate> certificates(String text) {
        List<X509Certificate> found = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject part = reader.readPemObject(); part != null; part = reader.readPemObject()) {
                if (part.getType().equals(CERTIFICATE)) {
                    found.add(certificate(part.getContent()));
                }
            }
        } catch (IOException | CertificateException | RuntimeException malformed) {
            return List.of();
        }
        return found;
    }

    static X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return certificate(holder.getEncoded());
        } catch (IOException | CertificateException impossible) {
            throw new IllegalStateException("A certificate that was made cannot be read", impossible);
        }
    }

    private static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    static Optional<PKCS10CertificationRequest> request(String text) {
        try (PemReader reader = new PemReader(new StringReader(text))) {
            PemObject part = reader.readPemObject();
            return part == null ? Optional.empty() : Optional.of(new PKCS10CertificationRequest(part.getContent()));
        } catch (IOException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    static Optional<X509CRL> revocationList(String text) {
        try (PemReader reader = new PemReader(new StringReader(text))) {
            PemObject part = reader.readPemObject();
            if (part == null || !part.getType().equals(REVOCATION_LIST)) {
                return Optional.empty();
            }
            return Optional.of((X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(part.getContent())));
        } catch (IOException | CertificateException | CRLException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    static String of(X509Certificate certificate) {
        try {
            return written(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateException impossible) {
            throw new IllegalStateException("A certificate that was read has no encoding", impossible);
        }
    }

    static String ofRequest(byte[] der) {
        return written(REQUEST, der);
    }

    static String written(String type, byte[] der) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, der));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text cannot be written", impossible);
        }
        return text.toString().replace("\r\n", "\n");
    }
}
