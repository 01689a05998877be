package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.Subject;

/** The contract by an authority that needs no other program, and what others say to what it makes. */
class LocalAuthorityTest extends AuthorityContract {

    private static final Subject ALICE = new Subject("alice", Optional.of("alice@example.org"), Optional.of("people"));

    @Override
    AuthorityKind kind(CaFolders folders, Clock clock) {
        return new LocalAuthority(folders, records, new SecureRandom(), clock);
    }

    @Test
    void opensslBelievesTheCertificateUntilItIsRevoked() throws Exception {
        Openssl openssl = Openssl.required();
        X509Certificate certificate = issue(SoftRequest.of("CN=x"), Optional.of(ALICE), null);
        Path file = Files.writeString(directory.resolve("alice.pem"), Pem.of(certificate));
        String[] verification = {
            "verify",
            "-x509_strict",
            "-purpose",
            "sslclient",
            "-crl_check",
            "-CAfile",
            directory.resolve("cacert.pem").toString(),
            "-CRLfile",
            directory.resolve("crl.pem").toString(),
            file.toString()
        };

        kind().publish(authority(), true);
        assertThat(openssl.says(verification)).contains("OK");
        kind().revoke(authority(), revoked(certificate));
        assertThat(openssl.objects(verification)).contains("revoked");
        assertThat(openssl.says("x509", "-noout", "-text", "-in", file.toString()))
                .contains("CA:FALSE", "TLS Web Client Authentication", "CN=alice");
    }

    @Test
    void theUsualCertificateNamesTheMailAddress() throws Exception {
        with("openssl.cnf", "");
        X509Certificate certificate = issue(SoftRequest.of("CN=x"), Optional.of(ALICE), null);

        assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(1, "alice@example.org"));
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4");
    }

    @Test
    void noCertificateOutlivesItsAuthority() {
        with("templates", "long.yaml");
        write("long.yaml", "long: {days: 9999}");
        X509Certificate certificate = issue(SoftRequest.of("CN=x"), Optional.empty(), "long");

        assertThat(certificate.getNotAfter()).isBefore(Date.from(Instant.now().plus(Duration.ofDays(1801))));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "basicConstraints = CA:TRUE",
                "keyUsage = keyCertSign",
                "extendedKeyUsage = nosuch",
                "subjectAltName = dirName:x",
                "crlDistributionPoints = $where",
                "authorityInfoAccess = nosuch;URI:http://x",
                "1.2.3.4 = ASN1:NULL"
            })
    void whatASectionSaysThatCannotBeFollowedIsNotPassedOver(String line) {
        write("openssl.cnf", "[ server ]\n" + line + "\n");

        assertThatThrownBy(() -> issue("CN=x"))
                .isInstanceOf(AuthorityException.class)
                .hasMessage("The CA connector test is not defined so that it can be used (its extensions cannot be"
                        + " followed: " + line.replaceFirst(" =.*", "") + ")");
    }

    @Test
    void aSectionSaysWhereListsAndAnswersAre() {
        write(
                "openssl.cnf",
                """
                # comment
                [ server ]
                keyUsage = digitalSignature # as usual
                subjectAltName = DNS:host.example.org, URI:urn:x
                crlDistributionPoints = URI:http://crl.example.org/list
                authorityInfoAccess = OCSP;URI:http://ocsp.example.org, caIssuers;URI:http://ca.example.org
                extendedKeyUsage = critical, msSmartcardLogin, 1.2.3.4
                """);
        X509Certificate certificate = issue("CN=x");

        assertThat(certificate.getNonCriticalExtensionOIDs()).contains("2.5.29.31", "1.3.6.1.5.5.7.1.1", "2.5.29.17");
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.37", "2.5.29.19");
    }
}
