package org.symbolon.connectors.trustanchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.network.Certificates;

/** Whether what is known of makers of devices is whole and of today. */
class TrustAnchorExaminerTest {

    @TempDir
    private Path folder;

    private static List<String> told(String folder, String now) {
        return Findings.told(new TrustAnchorExaminer(Clock.fixed(Instant.parse(now), ZoneOffset.UTC)).examine(folder));
    }

    @Test
    void theFirstCertificateToEndIsTold() throws Exception {
        Files.writeString(folder.resolve("maker.pem"), Certificates.of("dns:x").certificatePem());
        Files.writeString(folder.resolve("broken.pem"), "no certificate");

        assertThat(told(folder.toString(), "2026-12-01T00:00:00Z"))
                .containsExactly(
                        "WARNING Nothing in broken.pem can be used, see the log",
                        "OK 1 certificates of makers and 0 models",
                        "HOLDS The certificate of CN=test, else WARNING");
    }

    @Test
    void aListThatThereIsANewerOneOfIsOld() throws Exception {
        Files.writeString(folder.resolve("list.jwt"), PublishedModelsTest.list("FIDO_CERTIFIED_L1"));

        assertThat(told(folder.toString(), "2027-01-01T00:00:00Z"))
                .containsExactly("OK 0 certificates of makers and 1 models");
        assertThat(told(folder.toString(), "2027-01-02T00:00:00Z"))
                .startsWith(
                        "WARNING There is a list of models newer than list.jwt since 2027-01-01: fetch it from the FIDO"
                                + " Alliance");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(told(folder.resolve("none").toString(), "2026-12-01T00:00:00Z"))
                .singleElement()
                .asString()
                .startsWith("FAILED There is no such folder");
    }
}
