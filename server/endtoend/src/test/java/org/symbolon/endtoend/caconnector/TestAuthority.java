package org.symbolon.endtoend.caconnector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.connectors.caconnector.NewAuthority;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.events.shared.Secret;

/** An authority in a directory of a test, and what can be read of what it made. */
record TestAuthority(Path directory) {

    static final String PASSWORD = "Ca-key-secret-9";

    /** Makes one, and defines a connector of this type to it. */
    static TestAuthority defined(ApiClient admin, Path folder, String name, String type) throws IOException {
        Path directory = folder.resolve(name);
        List<String> parameters = new ArrayList<>(List.of("type", type, "cakey_password", PASSWORD));
        new NewAuthority(directory, "CN=" + name, 2048, 1800, 30, 5, Secret.of(PASSWORD))
                .make(new SecureRandom(), Instant.now())
                .forEach((option, value) -> parameters.addAll(List.of(option, value)));
        parameters.addAll(List.of("templates", "templates.yaml"));
        Files.writeString(directory.resolve("templates.yaml"), "short: {days: 7, extensions: server}\n");
        Answer answer = admin.post("/caconnector/" + name, parameters.toArray(String[]::new));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return new TestAuthority(directory);
    }

    static X509Certificate certificate(Object pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (Exception unreadable) {
            throw new AssertionError(pem.toString(), unreadable);
        }
    }

    boolean hasIssued(X509Certificate certificate) throws Exception {
        certificate.verify(
                certificate(Files.readString(directory.resolve("cacert.pem"))).getPublicKey());
        return true;
    }

    X509CRL list() throws Exception {
        return (X509CRL)
                CertificateFactory.getInstance("X.509").generateCRL(Files.newInputStream(directory.resolve("crl.pem")));
    }
}
