package org.symbolon.connectors.caconnector;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * What certificates of a profile say beside their key (RFC 5280, section 4.2), as a section in openssl's form has it. That no certificate is one of an
 * authority is not up to the section, and what a request wishes for counts nothing.
 */
final class CertificateExtensions {

    /** Where no section says anything: people prove with their certificates who they are, and sign and read mail. */
    static final Map<String, String> USUAL = Map.of(
            "keyUsage",
            "critical, digitalSignature, keyEncipherment",
            "extendedKeyUsage",
            "clientAuth, emailProtection",
            "subjectAltName",
            "email:copy");

    private static final Map<String, Integer> USES = Map.of(
            "digitalsignature", KeyUsage.digitalSignature,
            "nonrepudiation", KeyUsage.nonRepudiation,
            "keyencipherment", KeyUsage.keyEncipherment,
            "dataencipherment", KeyUsage.dataEncipherment,
            "keyagreement", KeyUsage.keyAgreement,
            "encipheronly", KeyUsage.encipherOnly,
            "decipheronly", KeyUsage.decipherOnly);

    private static final Map<String, KeyPurposeId> PURPOSES = Map.ofEntries(
            entry("serverauth", KeyPurposeId.id_kp_serverAuth),
            entry("clientauth", KeyPurposeId.id_kp_clientAuth),
            entry("codesigning", KeyPurposeId.id_kp_codeSigning),
            entry("emailprotection", KeyPurposeId.id_kp_emailProtection),
            entry("timestamping", KeyPurposeId.id_kp_timeStamping),
            entry("ocspsigning", KeyPurposeId.id_kp_OCSPSigning),
            entry("mssmartcardlogin", KeyPurposeId.id_kp_smartcardlogon));

    /** What certificates say in any case, or nobody reads any more. */
    private static final Set<String> ELSEWHERE =
            Set.of("basicConstraints", "subjectKeyIdentifier", "authorityKeyIdentifier", "nsComment", "nsCertType");

    private static final String CRITICAL = "critical";

    private final Map<String, String> lines;

    CertificateExtensions(Map<String, String> lines) {
        this.lines = lines;
    }

    /**
     * Adds them to a certificate.
     *
     * @throws IllegalArgumentException if one cannot be followed; it says which
     */
    void addTo(X509v3CertificateBuilder builder, X500Name subject) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        if (lines.getOrDefault("basicConstraints", "").toUpperCase(Locale.ROOT).contains("CA:TRUE")) {
            throw new IllegalArgumentException("basicConstraints");
        }
        for (Map.Entry<String, String> line : lines.entrySet()) {
            if (!ELSEWHERE.contains(line.getKey())) {
                add(builder, line.getKey(), values(line.getValue()), subject);
            }
        }
    }

    private static List<String> values(String line) {
        return Stream.of(line.split(",")).map(String::strip).toList();
    }

    private static void add(X509v3CertificateBuilder builder, String name, List<String> written, X500Name subject)
            throws IOException {
        boolean critical = written.contains(CRITICAL);
        List<String> values =
                written.stream().filter(value -> !value.equals(CRITICAL)).toList();
        switch (name) {
            case "keyUsage" -> builder.addExtension(Extension.keyUsage, critical, keyUsage(values));
            case "extendedKeyUsage" -> builder.addExtension(Extension.extendedKeyUsage, critical, purposes(values));
            case "subjectAltName" -> addIf(builder, Extension.subjectAlternativeName, critical, names(values, subject));
            case "crlDistributionPoints" ->
                builder.addExtension(Extension.cRLDistributionPoints, critical, places(values));
            case "authorityInfoAccess" ->
                builder.addExtension(Extension.authorityInfoAccess, critical, accesses(values));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static void addIf(
            X509v3CertificateBuilder builder, ASN1ObjectIdentifier id, boolean critical, Optional<GeneralNames> value)
            throws IOException {
        if (value.isPresent()) {
            builder.addExtension(id, critical, value.get());
        }
    }

    /** Whoever may sign certificates or revocation lists is an authority. */
    private static ASN1Encodable keyUsage(List<String> values) {
        int bits = 0;
        for (String value : values) {
            bits |= Optional.ofNullable(USES.get(value.toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> new IllegalArgumentException("keyUsage"));
        }
        return new KeyUsage(bits);
    }

    private static ASN1Encodable purposes(List<String> values) {
        return new ExtendedKeyUsage(
                values.stream().map(CertificateExtensions::purpose).toArray(KeyPurposeId[]::new));
    }

    private static KeyPurposeId purpose(String value) {
        if (value.matches("\\d+(\\.\\d+)+")) {
            return KeyPurposeId.getInstance(new ASN1ObjectIdentifier(value));
        }
        return Optional.ofNullable(PURPOSES.get(value.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new IllegalArgumentException("extendedKeyUsage"));
    }

    private static Optional<GeneralNames> names(List<String> values, X500Name subject) {
        List<GeneralName> names = new ArrayList<>();
        for (String value : values) {
            if (value.equals("email:copy") || value.equals("email:move")) {
                emails(subject).forEach(email -> names.add(new GeneralName(GeneralName.rfc822Name, email)));
            } else {
                names.add(name("subjectAltName", value));
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new GeneralNames(names.toArray(GeneralName[]::new)));
    }

    private static List<String> emails(X500Name subject) {
        return Arrays.stream(subject.getRDNs(BCStyle.EmailAddress))
                .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
                .toList();
    }

    private static GeneralName name(String extension, String value) {
        int colon = value.indexOf(':');
        String kind = colon < 0 ? value : value.substring(0, colon);
        String rest = value.substring(colon + 1);
        return switch (kind) {
            case "URI" -> new GeneralName(GeneralName.uniformResourceIdentifier, rest);
            case "DNS" -> new GeneralName(GeneralName.dNSName, rest);
            case "email" -> new GeneralName(GeneralName.rfc822Name, rest);
            default -> throw new IllegalArgumentException(extension);
        };
    }

    private static ASN1Encodable places(List<String> values) {
        return new CRLDistPoint(values.stream()
                .map(value -> new GeneralNames(name("crlDistributionPoints", value)))
                .map(names -> new DistributionPoint(new DistributionPointName(names), null, null))
                .toArray(DistributionPoint[]::new));
    }

    private static ASN1Encodable accesses(List<String> values) {
        return new AuthorityInformationAccess(
                values.stream().map(CertificateExtensions::access).toArray(AccessDescription[]::new));
    }

    private static AccessDescription access(String value) {
        String[] parts = value.split(";", 2);
        ASN1ObjectIdentifier method =
                switch (parts[0]) {
                    case "OCSP" -> AccessDescription.id_ad_ocsp;
                    case "caIssuers" -> AccessDescription.id_ad_caIssuers;
                    default -> throw new IllegalArgumentException("authorityInfoAccess");
                };
        return new AccessDescription(method, name("authorityInfoAccess", parts[parts.length - 1]));
    }
}
