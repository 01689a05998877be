package org.symbolon.connectors.trustanchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a folder that administrators fill. */
class TrustAnchorFolderTest {

    @TempDir
    private Path folder;

    /** Any two certificates that Java itself trusts. */
    private static List<X509Certificate> certificates() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream roots =
                Files.newInputStream(Path.of(System.getProperty("java.home"), "lib/security/cacerts"))) {
            store.load(roots, null);
        }
        List<String> names = Collections.list(store.aliases());
        return List.of((X509Certificate) store.getCertificate(names.get(0)), (X509Certificate)
                store.getCertificate(names.get(1)));
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void allCertificatesOfAllPemFilesAreRead() throws Exception {
        List<X509Certificate> two = certificates();
        write("both.pem", pem(two.get(0)) + pem(two.get(1)));
        write("again.pem", pem(two.get(0)));
        write("other.txt", pem(two.get(1)));

        assertThat(TrustAnchorFolder.read(folder.toString()).certificates())
                .containsExactly(two.get(0), two.get(0), two.get(1));
    }

    @Test
    void whatIsNoCertificateIsPassedOver() throws Exception {
        write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        write("good.pem", pem(certificates().get(0)));
        Files.createDirectory(folder.resolve("folder.pem"));

        assertThat(TrustAnchorFolder.read(folder.toString()).certificates())
                .containsExactly(certificates().get(0));
    }

    @Test
    void withoutAFolderThereAreNone() {
        assertThat(TrustAnchorFolder.read(folder.resolve("missing").toString())).isEqualTo(TrustedMakers.NONE);
        assertThat(TrustAnchorFolder.read("\0")).isEqualTo(TrustedMakers.NONE);
    }
}
