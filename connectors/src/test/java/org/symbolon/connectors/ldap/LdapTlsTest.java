package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.connectors.network.Certificates;

/** Encrypted connections to a directory: who it is is known before a password is sent. */
class LdapTlsTest {

    private static final Person ADA = new Person(Map.of("username", "ada", "surname", "Lovelace"), "secret");
    private static final String SOUND = "Your LDAP config seems to be OK, 1 user objects found.";

    @TempDir
    private Path folder;

    private static Certificates sound;
    private static Certificates other;
    private static Certificates ofAnotherName;
    private static Certificates expired;

    private final LdapNetwork network = new LdapNetwork();
    private final LdapStoreType type = new LdapStoreType(network, Clock.systemUTC(), new Random(1));

    @BeforeAll
    static void makeCertificates() throws Exception {
        sound = Certificates.of("ip:127.0.0.1");
        other = Certificates.of("ip:127.0.0.1");
        ofAnotherName = Certificates.of("dns:elsewhere.example");
        expired = Certificates.of("ip:127.0.0.1", Duration.ofDays(9));
    }

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    private String told(Certificates shown, Certificates trusted, boolean fromTheStart, String... more)
            throws Exception {
        try (MemoryDirectory directory = MemoryDirectory.start(List.of(ADA), shown.server(), fromTheStart)) {
            Path authorities = Files.writeString(folder.resolve("authorities.pem"), trusted.certificatePem());
            String scheme = fromTheStart ? "ldaps://" : "ldap://";
            Map<String, String> configuration = LdapPeople.configuration(
                    scheme + "127.0.0.1:" + directory.server().getListenPort());
            configuration.put("TLS_VERIFY", "1");
            configuration.put("START_TLS", "1");
            configuration.put("TLS_CA_FILE", authorities.toString());
            for (int index = 0; index < more.length; index += 2) {
                configuration.put(more[index], more[index + 1]);
            }
            return type.test(configuration).description().replaceFirst(".*TLS: ", "");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverShowsTheRightCertificateIsAsked(boolean fromTheStart) throws Exception {
        assertThat(told(sound, sound, fromTheStart)).isEqualTo(SOUND);
        assertThat(told(sound, sound, fromTheStart, "TLS_VERSION", "5")).isEqualTo(SOUND);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverShowsAWrongOneIsToldNothing(boolean fromTheStart) throws Exception {
        assertThat(told(ofAnotherName, ofAnotherName, fromTheStart)).isEqualTo("its certificate is for another name");
        assertThat(told(expired, expired, fromTheStart)).isEqualTo("its certificate has expired");
    }

    @Test
    void anAuthorityThatNobodyTrustsIsTold() throws Exception {
        assertThat(told(sound, other, true)).isEqualTo("its certificate comes from no authority in TLS_CA_FILE");
        assertThat(told(sound, other, false, "TLS_VERIFY", "0"))
                .as("without verification anybody is asked")
                .isEqualTo(SOUND);
    }

    @Test
    void aFileWithoutCertificatesIsTold() throws Exception {
        for (String file : List.of("/etc/passwd", "/dev/zero", "/nowhere")) {
            assertThat(told(sound, sound, true, "TLS_CA_FILE", file))
                    .isEqualTo(
                            "The file of TLS_CA_FILE cannot be used: it is no regular file with certificates in PEM");
        }
    }
}
