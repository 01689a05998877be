package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.PendingRequest;
import org.symbolon.command.caconnector.port.RevocationReason;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.events.shared.Secret;

/** What an authority whose files lie on this machine must do, whoever signs for it. */
abstract class AuthorityContract {

    private static final String PASSWORD = "Ca-key-secret-4";

    final Records records = new Records();
    private final Map<String, String> options = new HashMap<>();

    @TempDir
    Path folder;

    Path directory;

    /** What is known of the certificates that were issued. */
    static final class Records implements CertificateRecords {

        final List<RevokedCertificate> revoked = new ArrayList<>();

        @Override
        public List<RevokedCertificate> revokedOf(String connector, Instant validAt) {
            return revoked;
        }

        @Override
        public List<RevokedCertificate> revokedWith(String tokenSerial) {
            return revoked;
        }

        @Override
        public List<PendingRequest> pending() {
            return List.of();
        }
    }

    /** One authority for all tests: a key takes long to make. */
    private static final class Made {

        private static final Map<String, String> FILES = new HashMap<>();
        private static final Map<String, String> OPTIONS = make();

        private static Map<String, String> make() {
            try {
                Path place = Files.createTempDirectory("authority");
                Map<String, String> made = new NewAuthority(
                                place, "/CN=Test/O=Example", 2048, 1800, 30, 5, Secret.of(PASSWORD))
                        .make(new SecureRandom(), Instant.now());
                for (File file : place.toFile().listFiles()) {
                    FILES.put(file.getName(), Files.readString(file.toPath()));
                    Files.delete(file.toPath());
                }
                Files.delete(place);
                return made;
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** The kind of authority, at this time. */
    abstract AuthorityKind kind(CaFolders folders, Clock clock);

    @BeforeEach
    void found() throws IOException {
        directory = Files.createDirectory(folder.resolve("authority"));
        for (Map.Entry<String, String> file : Made.FILES.entrySet()) {
            Files.writeString(
                    directory.resolve(file.getKey()),
                    file.getValue().replace(Made.OPTIONS.get("WorkingDir"), directory.toString()));
        }
        options.putAll(Made.OPTIONS);
        options.put("WorkingDir", directory.toString());
        options.put("cakey_password", PASSWORD);
        options.put("templates", "templates.yaml");
        Files.writeString(
                directory.resolve("templates.yaml"),
                "short: {days: 7, extensions: server}\nbroken: {days: x}\nelsewhere: {extensions: nosuch}\n");
    }

    AuthorityKind kind() {
        return kind(new CaFolders(List.of(directory)), Clock.systemUTC());
    }

    Authority authority() {
        return new Authority(
                "test",
                "any",
                options.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Secret.of(entry.getValue()))));
    }

    Authority with(String option, String value) {
        options.put(option, value);
        return authority();
    }

    X509Certificate issue(String pem, Optional<Subject> subject, String template) {
        CertificateRequest request = new CertificateRequest(pem, subject, Optional.ofNullable(template));
        AuthorityAnswer answer = kind().request(authority(), request);
        return Pem.certificate(((AuthorityAnswer.Issued) answer).certificate()).orElseThrow();
    }

    X509Certificate issue(String subject) {
        return issue(SoftRequest.of(subject), Optional.empty(), null);
    }

    private Trouble trouble(Runnable work) {
        AuthorityException[] thrown = new AuthorityException[1];
        assertThatThrownBy(work::run).isInstanceOfSatisfying(AuthorityException.class, found -> thrown[0] = found);
        assertThat(thrown[0].getMessage()).contains("The CA connector test").doesNotContain(PASSWORD);
        return thrown[0].trouble();
    }

    Optional<X509CRL> list() throws IOException {
        Path file = directory.resolve("crl.pem");
        return Files.exists(file) ? Pem.revocationList(Files.readString(file)) : Optional.empty();
    }

    RevokedCertificate revoked(X509Certificate certificate) {
        RevokedCertificate found = new RevokedCertificate(
                "test", certificate.getSerialNumber().toString(16), Instant.now(), RevocationReason.KEY_COMPROMISE);
        records.revoked.add(found);
        return found;
    }

    @Test
    void aCertificateIsIssuedForTheKeyOfTheRequest() throws Exception {
        String request = SoftRequest.of("CN=alice,O=Example");
        X509Certificate certificate = issue(request, Optional.empty(), null);
        X509Certificate above = Pem.certificate(Files.readString(directory.resolve("cacert.pem")))
                .orElseThrow();

        certificate.verify(above.getPublicKey());
        assertThat(certificate.getPublicKey().getEncoded())
                .isEqualTo(Pem.request(request)
                        .orElseThrow()
                        .getSubjectPublicKeyInfo()
                        .getEncoded());
        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=alice", "O=Example");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()).startsWith(true, false, true, false, false, false, false);
        assertThat(certificate.getNonCriticalExtensionOIDs()).contains("2.5.29.14", "2.5.29.35", "2.5.29.37");
        assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(364), Duration.ofDays(366));
        assertThat(issue("CN=alice,O=Example").getSerialNumber()).isNotEqualTo(certificate.getSerialNumber());
    }

    @Test
    void whoWishesToBeAnAuthorityDoesNotBecomeOne() {
        X509Certificate certificate = issue(SoftRequest.ofAuthority("CN=mallory"), Optional.empty(), null);

        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()[5]).isFalse();
    }

    @Test
    void theServerMaySayWhomACertificateNames() {
        Subject subject = new Subject("al/ice+x=y\\z", Optional.of("alice@example.org"), Optional.of("realm, one"));
        X509Certificate certificate = issue(SoftRequest.of("CN=somebody else"), Optional.of(subject), null);

        assertThat(new X500Principal(certificate.getSubjectX500Principal().getEncoded())
                        .getName("RFC1779", Map.of("1.2.840.113549.1.9.1", "E")))
                .contains("al/ice", "y", "z", "realm, one", "E=alice@example.org")
                .doesNotContain("somebody else");
    }

    @Test
    void nobodyGetsACertificateForTheKeyOfAnother() {
        assertThat(trouble(() -> issue(SoftRequest.ofAnothersKey("CN=alice"), Optional.empty(), null)))
                .isEqualTo(Trouble.DENIES);
    }

    @Test
    void aTemplateSaysForHowLong() {
        X509Certificate certificate = issue(SoftRequest.of("CN=alice"), Optional.empty(), "short");

        assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(6), Duration.ofDays(8));
        assertThat(kind().templates(authority())).containsOnlyKeys("short", "broken", "elsewhere");
        assertThat(trouble(() -> issue(SoftRequest.of("CN=alice"), Optional.empty(), "nosuch")))
                .isEqualTo(Trouble.DENIES);
        assertThat(trouble(() -> issue(SoftRequest.of("CN=alice"), Optional.empty(), "broken")))
                .isEqualTo(Trouble.DEFINITION);
        assertThat(trouble(() -> issue(SoftRequest.of("CN=alice"), Optional.empty(), "elsewhere")))
                .isIn(Trouble.DEFINITION, Trouble.DENIES);
    }

    @Test
    void whatIsRevokedStandsInTheListWithTheReason() throws Exception {
        X509Certificate bad = issue("CN=bad");
        X509Certificate good = issue("CN=good");
        RevokedCertificate revoked = revoked(bad);

        kind().revoke(authority(), revoked);
        kind().revoke(authority(), revoked);

        X509CRL list = list().orElseThrow();
        list.verify(Pem.certificate(Files.readString(directory.resolve("cacert.pem")))
                .orElseThrow()
                .getPublicKey());
        assertThat(list.isRevoked(good)).isFalse();
        assertThat(list.getRevokedCertificate(bad).getRevocationReason()).isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(Duration.between(Instant.now(), list.getNextUpdate().toInstant()))
                .isBetween(Duration.ofDays(29), Duration.ofDays(31));
    }

    @Test
    void aListIsRenewedWhenItSoonEnds() throws Exception {
        assertThat(kind().publish(authority(), false)).isTrue();
        BigInteger first = number();
        assertThat(kind().publish(authority(), false)).isFalse();
        assertThat(number()).isEqualTo(first);

        assertThat(kind().publish(authority(), true)).isTrue();
        assertThat(number()).isGreaterThan(first);
        assertThat(kind().publish(with("CRL_Overlap_Period", "31"), false)).isTrue();
    }

    private BigInteger number() throws IOException {
        byte[] value = list().orElseThrow().getExtensionValue("2.5.29.20");
        return new BigInteger(1, value);
    }

    @Test
    void aCertificateThatNobodyGetsCountsNoMore() {
        X509Certificate issued = issue("CN=nobody");

        assertThat(kind().giveUp(authority(), Pem.of(issued))).isFalse();
    }

    @Test
    void aKeyThatCannotBeReadSignsNothing() throws IOException {
        Runnable issuing = () -> issue("CN=alice");
        with("cakey_password", "wrong");
        assertThat(trouble(issuing)).isEqualTo(Trouble.KEY);
        with("cakey_password", PASSWORD);
        Files.writeString(directory.resolve("cakey.pem"), "nonsense");
        assertThat(trouble(issuing)).isEqualTo(Trouble.KEY);
        Files.delete(directory.resolve("cakey.pem"));
        assertThat(trouble(issuing)).isIn(Trouble.KEY, Trouble.DEFINITION);
        options.remove("cakey");
        assertThat(trouble(issuing)).isEqualTo(Trouble.DEFINITION);
    }

    @Test
    void anotherAuthoritysKeySignsNothing() throws IOException {
        Path other = folder.resolve("other");
        new NewAuthority(other, "CN=Other", 2048, 10, 30, 5, Secret.of(PASSWORD))
                .make(new SecureRandom(), Instant.now());
        Files.copy(other.resolve("cakey.pem"), directory.resolve("cakey.pem"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(trouble(() -> issue("CN=alice"))).isIn(Trouble.KEY, Trouble.DENIES);
    }

    @Test
    void anAuthorityThatHasExpiredSignsNothing() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(1801));
        AuthorityKind expired = kind(new CaFolders(List.of(directory)), later);
        CertificateRequest request =
                new CertificateRequest(SoftRequest.of("CN=alice"), Optional.empty(), Optional.empty());

        assertThat(trouble(() -> expired.request(authority(), request))).isEqualTo(Trouble.EXPIRED);
    }

    @Test
    void filesElsewhereAreLeftAlone() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path file = Files.writeString(outside.resolve("precious"), "text");
        assertThat(trouble(() -> kind().publish(with("CRL", file.toString()), true)))
                .isEqualTo(Trouble.DEFINITION);
        Path link = Files.createSymbolicLink(directory.resolve("link.pem"), file);
        assertThat(trouble(() -> kind().publish(with("CRL", link.toString()), true)))
                .isEqualTo(Trouble.DEFINITION);
        Files.writeString(directory.resolve("notes.txt"), "mine");
        assertThat(trouble(() -> kind().publish(with("CRL", "notes.txt"), true)))
                .isEqualTo(Trouble.FAULTY);

        assertThat(file).hasContent("text");
        assertThat(directory.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void whatIsNoRequestIsDenied() {
        assertThat(trouble(() -> issue("nonsense", Optional.empty(), null))).isEqualTo(Trouble.DENIES);
    }
}
