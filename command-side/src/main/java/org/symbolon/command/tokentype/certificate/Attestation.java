package org.symbolon.command.tokentype.certificate;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A device's word, certified by its maker, that it has made a key and keeps it.
 *
 * @param between certificates that the device shows beside, as that of its own attestation key; they prove nothing by themselves
 */
record Attestation(X509Certificate certificate, List<X509Certificate> between) {

    /** What a client brings: the word first, then what stands between. */
    static Attestation of(List<X509Certificate> shown) {
        return new Attestation(shown.get(0), shown.subList(1, shown.size()));
    }

    boolean isOf(PublicKey key) {
        return Arrays.equals(certificate.getPublicKey().getEncoded(), key.getEncoded());
    }

    /** Whether one of the certificates that signs itself has issued it, perhaps by way of others of them. */
    boolean isIssuedBy(List<X509Certificate> trusted, Instant now) {
        Set<TrustAnchor> roots = trusted.stream()
                .filter(Attestation::signsItself)
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet());
        if (roots.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters rules = new PKIXBuilderParameters(roots, target);
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(trusted)));
            rules.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(certificate))));
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            CertPathBuilder.getInstance("PKIX").build(rules);
            return true;
        } catch (GeneralSecurityException unknown) {
            return false;
        }
    }

    private static boolean signsItself(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
