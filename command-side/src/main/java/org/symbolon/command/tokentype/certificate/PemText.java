package org.symbolon.command.tokentype.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;

/** Certificates (RFC 5280) and requests for them (RFC 2986) as texts (RFC 7468). */
final class PemText {

    private static final int LONGEST = 20_000;
    private static final int LINE = 64;
    private static final int HEXADECIMAL = 16;
    private static final int MOST_CERTIFICATES = 5;
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");

    private PemText() {}

    /**
     * A request, and the key that it is for: it is signed with it.
     *
     * @param text as it is kept
     */
    record SigningRequest(String text, PublicKey key) {}

    /**
     * Reads one certificate.
     *
     * @throws Refusal 905 if it is none
     */
    static X509Certificate certificate(String parameter, String text) {
        byte[] der = content(parameter, text, "CERTIFICATE");
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException malformed) {
            throw malformed(parameter);
        }
    }

    /**
     * Reads one certificate or several.
     *
     * @throws Refusal 905 if one is none, or there are too many
     */
    static List<X509Certificate> certificates(String parameter, String text) {
        Limits.check(parameter, text, LONGEST);
        List<String> parts = BEGIN.splitAsStream(text)
                .filter(part -> part.contains("-----END"))
                .toList();
        if (parts.isEmpty() || parts.size() > MOST_CERTIFICATES) {
            throw malformed(parameter);
        }
        return parts.stream()
                .map(part -> certificate(parameter, "-----BEGIN " + part))
                .toList();
    }

    /** The number of a certificate as hexadecimal digits. */
    static String numberOf(String text) {
        return certificate(CertificateType.NAME, text).getSerialNumber().toString(HEXADECIMAL);
    }

    /** The text of a certificate, as it is kept and shown. */
    static String of(X509Certificate certificate) {
        try {
            return written("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A certificate that was read has no encoding", impossible);
        }
    }

    /**
     * Reads one request.
     *
     * @throws Refusal 905 if it is none, is not signed with its own key, or is too weak
     */
    static SigningRequest request(String parameter, String text) {
        byte[] der = content(parameter, text, "CERTIFICATE REQUEST");
        try {
            CertificationRequest request = CertificationRequest.getInstance(der);
            PublicKey key = key(request.getCertificationRequestInfo().getSubjectPublicKeyInfo());
            KeyStrength.require(parameter, key);
            KeyStrength.requireSignature(
                    parameter, request.getSignatureAlgorithm().getAlgorithm().getId());
            if (isSigned(request, key)) {
                return new SigningRequest(written("CERTIFICATE REQUEST", der), key);
            }
        } catch (Refusal weak) {
            throw weak;
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw malformed(parameter);
        }
        throw malformed(parameter);
    }

    /** Java knows the kinds of keys and signatures by their object identifiers, but for keys of elliptic curves. */
    private static PublicKey key(SubjectPublicKeyInfo info) throws IOException, GeneralSecurityException {
        ASN1ObjectIdentifier kind = info.getAlgorithm().getAlgorithm();
        String name = kind.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : kind.getId();
        return KeyFactory.getInstance(name).generatePublic(new X509EncodedKeySpec(info.getEncoded()));
    }

    private static boolean isSigned(CertificationRequest request, PublicKey key)
            throws IOException, GeneralSecurityException {
        Signature check = Signature.getInstance(
                request.getSignatureAlgorithm().getAlgorithm().getId());
        check.initVerify(key);
        check.update(request.getCertificationRequestInfo().getEncoded("DER"));
        return check.verify(request.getSignature().getOctets());
    }

    private static byte[] content(String parameter, String text, String kind) {
        Limits.check(parameter, text, LONGEST);
        try (PemReader reader = new PemReader(new StringReader(text))) {
            PemObject found = reader.readPemObject();
            if (found != null && found.getType().replace("NEW ", "").equals(kind)) {
                return found.getContent();
            }
        } catch (IOException | RuntimeException unreadable) {
            throw malformed(parameter);
        }
        throw malformed(parameter);
    }

    private static String written(String kind, byte[] der) {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return "-----BEGIN " + kind + "-----\n" + encoder.encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    private static Refusal malformed(String parameter) {
        return Refusal.parameter("Parameter '" + parameter + "' is not sound PEM of what it must be");
    }
}
