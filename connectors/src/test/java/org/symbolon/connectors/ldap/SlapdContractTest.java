package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.connectors.network.Certificates;

/** With OpenLDAP's own server, over START_TLS, if this machine has it. */
class SlapdContractTest extends LdapStoreContract {

    @TempDir
    private static Path folder;

    private static Slapd slapd;

    @BeforeAll
    static void startTheServer() throws Exception {
        Optional<Path> program = Slapd.program();
        assumeTrue(program.isPresent(), "There is no slapd here");
        Certificates certificates = Certificates.of("ip:127.0.0.1");
        slapd = Slapd.start(
                program.orElseThrow(),
                folder,
                LdapPeople.SERVICE_PASSWORD,
                certificates.certificatePem(),
                certificates.keyPem());
        Files.writeString(folder.resolve("authorities.pem"), certificates.certificatePem());
    }

    @AfterAll
    static void stopTheServer() {
        if (slapd != null) {
            slapd.close();
        }
    }

    @Override
    protected Map<String, String> configuration() {
        try (LDAPConnection connection = slapd.connect()) {
            LdapPeople.fill(connection, PEOPLE);
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
        Map<String, String> configuration = LdapPeople.configuration(slapd.uri());
        configuration.put("START_TLS", "1");
        configuration.put("TLS_VERIFY", "1");
        configuration.put("TLS_CA_FILE", folder.resolve("authorities.pem").toString());
        return configuration;
    }

    @Test
    void usersAreFoundOverTlsFromTheStartToo() {
        Map<String, String> configuration = configuration();
        configuration.put("LDAPURI", slapd.tlsUri());
        configuration.remove("START_TLS");

        assertThat(type().test(configuration).description())
                .isEqualTo("Your LDAP config seems to be OK, 3 user objects found.");
    }

    @Test
    void moreUsersThanOneAnswerHasComeOneAfterTheOther() throws Exception {
        Map<String, String> configuration = configuration();
        configuration.put("SIZELIMIT", "1000");
        List<Person> many = new ArrayList<>();
        for (int number = 0; number < 620; number++) {
            many.add(new Person(Map.of("username", "user" + number, "surname", "Many"), null));
        }
        try (LDAPConnection connection = slapd.connect();
                UserStore store = type().open(configuration)) {
            LdapPeople.fill(connection, many);
            UserPage page = store.search(UserSearch.of(Map.of("surname", "many"), 600));

            assertThat(page.users()).hasSize(600).doesNotHaveDuplicates();
            assertThat(store.search(UserSearch.of(Map.of("surname", "many"), 600)
                                    .at(page.next().orElseThrow()))
                            .users())
                    .hasSize(20)
                    .doesNotContainAnyElementsOf(page.users());
        }
    }
}
