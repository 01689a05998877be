package org.symbolon.connectors.radiusclient;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;

/**
 * Finds out which client has shown a certificate: one whose own it is, or for whom an authority vouches (RFC 6614, 2.3). Whether it was
 * revoked is not asked.
 */
final class ClientProof {

    private static final int DNS_NAME = 2;
    private static final Set<String> FOR_CLIENTS = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    private ClientProof() {}

    /** The client at this address whose certificate begins the chain; empty if it is nobody's. */
    static Optional<KnownRadiusClient> find(
            Collection<KnownRadiusClient> clients, String address, X509Certificate[] chain) {
        return clients.stream()
                .filter(one -> one.byTls() && one.closeness(address) >= 0)
                .sorted(Comparator.comparingInt((KnownRadiusClient one) -> one.closeness(address))
                        .reversed())
                .filter(one -> isHis(one, chain))
                .findFirst();
    }

    private static boolean isHis(KnownRadiusClient client, X509Certificate[] chain) {
        if (chain.length == 0) {
            return false;
        }
        try {
            boolean own = client.certificates().contains(chain[0]);
            if (own) {
                chain[0].checkValidity();
            } else {
                requireAuthority(client, chain);
            }
            return client.certificateName().isEmpty()
                    || names(chain[0]).stream().anyMatch(client.certificateName()::equalsIgnoreCase);
        } catch (GeneralSecurityException unproven) {
            return false;
        }
    }

    private static void requireAuthority(KnownRadiusClient client, X509Certificate[] chain)
            throws GeneralSecurityException {
        List<String> uses = chain[0].getExtendedKeyUsage();
        if (uses != null && uses.stream().noneMatch(FOR_CLIENTS::contains)) {
            throw new CertificateException("It is not for clients");
        }
        Set<TrustAnchor> anchors = client.certificates().stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        List<X509Certificate> below = Arrays.stream(chain)
                .takeWhile(certificate -> !client.certificates().contains(certificate))
                .toList();
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
    }

    /** The names of machines that it is made out for; where it has none, what its subject is called (RFC 6614, 2.3). */
    private static List<String> names(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        List<String> machines = alternatives == null
                ? List.of()
                : alternatives.stream()
                        .filter(name -> name.get(0).equals(DNS_NAME))
                        .map(name -> (String) name.get(1))
                        .toList();
        return machines.isEmpty() ? commonNames(certificate) : machines;
    }

    private static List<String> commonNames(X509Certificate certificate) throws CertificateException {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .toList();
        } catch (InvalidNameException malformed) {
            throw new CertificateException(malformed);
        }
    }
}
