package org.symbolon.connectors.ldap;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * Connects to each server of a directory, and binds as the service account. As long as one of them answers, people are let in, and what
 * the directory says is asked of those that do.
 */
final class LdapServersExamined {

    private static final String SERVERS = "LDAPURI";

    private final LdapConnectionSettings settings;
    private final LdapNetwork network;
    private final List<Finding> findings = new ArrayList<>();

    private LdapServersExamined(LdapConnectionSettings settings, LdapNetwork network) {
        this.settings = settings;
        this.network = network;
    }

    /**
     * What is found.
     *
     * @param trial tries a configuration
     */
    static List<Finding> of(
            Map<String, String> configuration,
            Function<Map<String, String>, List<Finding>> trial,
            LdapNetwork network) {
        try {
            StoreParameters parameters = new StoreParameters(configuration);
            LdapServersExamined servers = new LdapServersExamined(LdapConnectionSettings.of(parameters), network);
            return servers.found(configuration, parameters.list(SERVERS), trial);
        } catch (IllegalArgumentException unusable) {
            return trial.apply(configuration);
        }
    }

    private List<Finding> found(
            Map<String, String> configuration,
            List<String> written,
            Function<Map<String, String>, List<Finding>> trial) {
        List<String> reached = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            if (isReached(settings.servers().get(index))) {
                reached.add(written.get(index));
            }
        }
        if (reached.isEmpty()) {
            return trial.apply(configuration);
        }
        Map<String, String> ofThose = new HashMap<>(configuration);
        ofThose.put(SERVERS, String.join(", ", reached));
        List<Finding> all = new ArrayList<>(trial.apply(ofThose));
        all.addAll(findings);
        return all;
    }

    private boolean isReached(LdapAddress address) {
        try {
            LdapConnection connection =
                    new LdapConnector(address, settings, network).connect(true, Deadline.in(settings.timeout()));
            try {
                look(address, shown(connection.library().getSSLSession()));
                return true;
            } finally {
                connection.close();
            }
        } catch (LdapTroubleException trouble) {
            findings.add(Finding.warning(trouble.getMessage() + ": as long as others answer, nobody notices"));
            return false;
        }
    }

    private void look(LdapAddress address, Optional<X509Certificate> shown) {
        if (shown.isEmpty()) {
            if (!settings.bindDn().isEmpty()) {
                findings.add(Finding.warning(
                        "Passwords cross the network to %s in clear: use ldaps:// or START_TLS".formatted(address)));
            }
        } else if (settings.tls().verify()) {
            findings.add(Finding.certificate("The certificate of " + address, shown.get()));
        } else {
            findings.add(Finding.ok(address + " may show any certificate, since TLS_VERIFY is off"));
        }
    }

    private static Optional<X509Certificate> shown(SSLSession session) {
        try {
            return session == null ? Optional.empty() : Optional.of((X509Certificate) session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException unknown) {
            return Optional.empty();
        }
    }
}
