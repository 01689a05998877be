package org.symbolon.connectors.ldap;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * Connects to each server of a directory, and binds as the service account. As long as one answers, a directory seems to be well:
 * nobody hears of the others until that one is away, too.
 */
final class LdapServersExamined {

    private LdapServersExamined() {}

    /** What there is to say of the servers beside what is known of the directory. */
    static List<Finding> besides(List<Finding> ofDirectory, Map<String, String> configuration, LdapNetwork network) {
        List<Finding> findings = new ArrayList<>(ofDirectory);
        LdapConnectionSettings settings;
        try {
            settings = LdapConnectionSettings.of(new StoreParameters(configuration));
        } catch (IllegalArgumentException unusable) {
            return findings;
        }
        boolean alone = settings.servers().size() == 1;
        for (LdapAddress address : settings.servers()) {
            try {
                findings.addAll(connected(address, settings, network));
            } catch (LdapTroubleException trouble) {
                if (!alone) {
                    findings.add(Finding.warning(trouble.getMessage()));
                }
            }
        }
        return findings;
    }

    private static List<Finding> connected(LdapAddress address, LdapConnectionSettings settings, LdapNetwork network)
            throws LdapTroubleException {
        LdapConnection connection =
                new LdapConnector(address, settings, network).connect(true, Deadline.in(settings.timeout()));
        try {
            Optional<X509Certificate> shown = shown(connection.library().getSSLSession());
            if (shown.isEmpty()) {
                return settings.bindDn().isEmpty() ? List.of() : List.of(inClear(address));
            }
            return settings.tls().verify()
                    ? List.of(Finding.certificate("The certificate of " + address, shown.get()))
                    : List.of(Finding.ok(address + " may show any certificate, since TLS_VERIFY is off"));
        } finally {
            connection.close();
        }
    }

    private static Finding inClear(LdapAddress address) {
        return Finding.warning(
                "Passwords cross the network to %s in clear: use ldaps:// or START_TLS".formatted(address));
    }

    private static Optional<X509Certificate> shown(SSLSession session) {
        try {
            return session == null ? Optional.empty() : Optional.of((X509Certificate) session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException unknown) {
            return Optional.empty();
        }
    }
}
