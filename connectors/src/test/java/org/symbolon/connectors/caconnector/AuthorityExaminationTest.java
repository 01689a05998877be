package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.connectors.Findings;
import org.symbolon.events.shared.Secret;

/** What is found out about authorities that issue nothing. */
class AuthorityExaminationTest {

    private final Instant made = Instant.now();

    @TempDir
    private Path folder;

    private final Map<String, String> options = new HashMap<>();
    private final AuthorityContract.Records records = new AuthorityContract.Records();

    @BeforeEach
    void make() throws Exception {
        options.putAll(new NewAuthority(folder.resolve("ca"), "/CN=Test", 2048, 100, 30, 5, Secret.EMPTY)
                .make(new SecureRandom(), made));
    }

    private Authority authority(String type) {
        return new Authority(
                "mine",
                type,
                options.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Secret.of(entry.getValue()))));
    }

    private List<String> told(String type, Instant now, String openssl) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        CaFolders folders = new CaFolders(List.of(folder));
        return Findings.told(
                new DefinedAuthorities(folders, records, new SecureRandom(), clock, openssl).examine(authority(type)));
    }

    private List<String> told(Duration later) {
        return told("local", made.plus(later), "/no/such/openssl");
    }

    private void publish() {
        new LocalAuthority(
                        new CaFolders(List.of(folder)), records, new SecureRandom(), Clock.fixed(made, ZoneOffset.UTC))
                .publish(authority("local"), true);
    }

    @Test
    void keyCertificateAndListAreLookedAt() {
        assertThat(told(Duration.ZERO))
                .satisfiesExactly(
                        key -> assertThat(key).isEqualTo("OK Its key can be used"),
                        certificate -> assertThat(certificate)
                                .isEqualTo("HOLDS The certificate of the authority, else FAILED"),
                        list -> assertThat(list)
                                .startsWith("WARNING It has no revocation list")
                                .endsWith("symbolon ca create-crl mine"));

        publish();

        assertThat(told(Duration.ZERO).get(2)).startsWith("OK Its revocation list is good until ");
        assertThat(told(Duration.ofDays(26)).get(2)).startsWith("WARNING Its revocation list should have been renewed");
        assertThat(told(Duration.ofDays(31)).get(2)).startsWith("FAILED Its revocation list has ended");
        assertThat(told(Duration.ofDays(101)))
                .containsExactly("FAILED The CA connector mine has a certificate that is not valid now");
    }

    @Test
    void aKeyOfAnotherCertificateIsNone() throws Exception {
        new NewAuthority(folder.resolve("other"), "/CN=Other", 2048, 100, 30, 5, Secret.EMPTY)
                .make(new SecureRandom(), made);
        Files.copy(
                folder.resolve("other/cakey.pem"), folder.resolve("ca/cakey.pem"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(told(Duration.ZERO))
                .containsExactly(
                        "FAILED The CA connector mine has no key that can be used (it is not that of the certificate)");
    }

    @Test
    void opensslMustBeThere() {
        publish();

        assertThat(told("openssl", made, "/no/such/openssl"))
                .last()
                .isEqualTo("FAILED There is no program /no/such/openssl that can be run: name it in symbolon.openssl");
        assertThat(told("openssl", made, "/bin/sh")).last().isEqualTo("OK The program /bin/sh can be run");
    }

    @Test
    void anAuthorityOfNoKnownKindCannotBeLookedAt() {
        assertThat(told("other", made, "")).singleElement().asString().startsWith("FAILED The CA connector mine");
    }

    @Test
    void microsoftsWorkerMustKnowTheAuthority() throws Exception {
        try (MicrosoftWorkerDouble worker = MicrosoftWorkerDouble.start()) {
            worker.answering(
                    "GetCAs",
                    asked -> new WireMessage().with(1, "host\\authority").bytes());
            options.putAll(Map.of("hostname", "localhost", "port", worker.port(), "ca", "host\\authority"));
            assertThat(told("microsoft", made, ""))
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo("OK Its worker answers, and knows the authority"),
                            second -> assertThat(second).startsWith("UNCHECKED "));
            options.put("ca", "another");
            assertThat(told("microsoft", made, ""))
                    .singleElement()
                    .asString()
                    .contains("its worker knows no authority another");
        }
    }
}
