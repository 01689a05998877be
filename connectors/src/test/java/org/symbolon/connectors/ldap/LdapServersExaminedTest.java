package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.connectors.network.Certificates;

/** What is found out about the servers of a directory, each of them. */
class LdapServersExaminedTest {

    private static final Person ADA = new Person(Map.of("username", "ada", "surname", "Lovelace"), "secret");
    private static final String SOUND = "OK Your LDAP config seems to be OK, 1 user objects found.";

    private final LdapNetwork network = new LdapNetwork();
    private final LdapStoreType type = new LdapStoreType(network, Clock.systemUTC(), new Random(1));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    private List<String> told(Map<String, String> configuration) {
        return Findings.told(type.examine(configuration));
    }

    @Test
    void certificatesAreSeenByTlsFromTheStartAndLater() throws Exception {
        Certificates sound = Certificates.of("ip:127.0.0.1");
        String authorities = Files.writeString(folder.resolve("ca.pem"), sound.certificatePem())
                .toString();
        for (boolean fromTheStart : new boolean[] {true, false}) {
            try (MemoryDirectory directory = MemoryDirectory.start(List.of(ADA), sound.server(), fromTheStart)) {
                int port = directory.server().getListenPort();
                Map<String, String> configuration =
                        LdapPeople.configuration((fromTheStart ? "ldaps" : "ldap") + "://127.0.0.1:" + port);
                configuration.putAll(Map.of("TLS_VERIFY", "1", "START_TLS", "1", "TLS_CA_FILE", authorities));
                assertThat(told(configuration)).hasSize(2).first().isEqualTo(SOUND);
                assertThat(told(configuration).get(1))
                        .startsWith("HOLDS The certificate of ")
                        .contains("127.0.0.1:" + port);
                configuration.put("TLS_VERIFY", "0");
                assertThat(told(configuration).get(1)).contains("may show any certificate");
            }
        }
    }

    @Test
    void aServerThatIsAwayIsFoundThoughAnotherAnswers() throws Exception {
        try (MemoryDirectory directory = MemoryDirectory.start(List.of(ADA))) {
            Map<String, String> configuration = LdapPeople.configuration("ldap://127.0.0.1:%d, ldap://127.0.0.1:1"
                    .formatted(directory.server().getListenPort()));

            assertThat(told(configuration))
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo(SOUND),
                            second -> assertThat(second).startsWith("WARNING Passwords cross the network"),
                            third -> assertThat(third).startsWith("WARNING ").contains("127.0.0.1:1"));
        }
    }

    @Test
    void whatCannotBeUsedFailsOnce() {
        assertThat(told(LdapPeople.configuration("ldap://127.0.0.1:1")))
                .singleElement()
                .asString()
                .startsWith("FAILED ");
        assertThat(told(Map.of())).singleElement().asString().startsWith("FAILED ");
    }
}
