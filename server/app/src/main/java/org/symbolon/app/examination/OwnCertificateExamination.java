package org.symbolon.app.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.symbolon.command.examination.port.Examination;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.examination.port.Subject;
import org.symbolon.command.radiusclient.ClientCertificates;

/** Looks at the certificates that the server shows, where it speaks TLS itself and not by a proxy. */
@Component
final class OwnCertificateExamination implements Examination {

    private static final String RADIUS = "symbolon.radius.tls-certificate";

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
        return Stream.concat(
                        settings().map(ssl -> new Subject("server.ssl", () -> look(ssl))).stream(),
                        radius().map(file -> new Subject(RADIUS, () -> look(file))).stream())
                .toList();
    }

    private Optional<String> radius() {
        return Optional.ofNullable(environment.getProperty(RADIUS)).filter(file -> !file.isBlank());
    }

    private static List<Finding> look(String file) {
        try {
            X509Certificate own =
                    ClientCertificates.of(Files.readString(Path.of(file))).get(0);
            return List.of(Finding.certificate("The certificate of RADIUS/TLS", own));
        } catch (IOException | RuntimeException unusable) {
            return List.of(Finding.failed("The certificate of RADIUS/TLS cannot be read: look at " + RADIUS));
        }
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
