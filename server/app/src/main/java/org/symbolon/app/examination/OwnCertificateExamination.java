package org.symbolon.app.examination;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;

/** Looks at the certificate that the server shows, where it speaks TLS itself and not by a proxy. */
@Component
final class OwnCertificateExamination implements Examination {

    private final Environment environment;
    private final SslBundles bundles;

    OwnCertificateExamination(Environment environment, SslBundles bundles) {
        this.environment = environment;
        this.bundles = bundles;
    }

    @Override
    public String kind() {
        return "server-certificate";
    }

    @Override
    public List<Subject> subjects() {
        return settings().map(ssl -> new Subject("server.ssl", () -> look(ssl))).stream()
                .toList();
    }

    private Optional<Ssl> settings() {
        return Optional.ofNullable(
                        Binder.get(environment).bind("server.ssl", Ssl.class).orElse(null))
                .filter(ssl -> ssl.isEnabled())
                .filter(ssl -> ssl.getBundle() != null || ssl.getCertificate() != null || ssl.getKeyStore() != null);
    }

    private List<Finding> look(Ssl ssl) {
        try {
            KeyStore store = WebServerSslBundle.get(ssl, bundles).getStores().getKeyStore();
            List<Finding> findings = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    findings.add(Finding.certificate("The certificate of this server", certificate));
                }
            }
            return findings;
        } catch (KeyStoreException | RuntimeException unusable) {
            return List.of(Finding.failed("The certificate of this server cannot be read: look at server.ssl"));
        }
    }
}
