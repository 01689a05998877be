package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreType.TestResult;
import org.symbolon.connectors.MachineStoreContract;

class LdapMachineStoreContractTest extends MachineStoreContract {

    private final LdapNetwork network = new LdapNetwork();
    private final MemoryDirectory directory = MemoryDirectory.start(List.of());

    @AfterEach
    void closeAll() {
        network.close();
        directory.close();
    }

    @Override
    protected MachineStoreType type() {
        return new LdapMachineStoreType(network);
    }

    private static Map<String, String> configuration(String servers) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("LDAPURI", servers);
        configuration.put("LDAPBASE", LdapPeople.PEOPLE);
        configuration.put("BINDDN", LdapPeople.SERVICE);
        configuration.put("BINDPW", LdapPeople.SERVICE_PASSWORD);
        configuration.put("SEARCHFILTER", "(objectClass=device)");
        configuration.put("HOSTNAMEATTRIBUTE", "ou");
        configuration.put("IDATTRIBUTE", "DN");
        configuration.put("IPATTRIBUTE", "description");
        return configuration;
    }

    @Override
    protected Map<String, String> configuration() {
        for (Named machine : MACHINES) {
            Entry entry = new Entry("cn=" + machine.address() + "," + LdapPeople.PEOPLE);
            entry.addAttribute("objectClass", "top", "device");
            entry.addAttribute("cn", machine.address());
            entry.addAttribute("ou", machine.names());
            entry.addAttribute("description", machine.address());
            try {
                directory.server().add(entry);
            } catch (LDAPException failed) {
                throw new IllegalStateException(failed);
            }
        }
        return configuration(directory.uri());
    }

    @Override
    protected Map<String, String> unreachable() {
        return configuration("ldap://127.0.0.1:1");
    }

    @Test
    void aTryTellsHowManyThereAreOrWhatIsWrong() {
        assertThat(type().test(configuration()))
                .hasValue(new TestResult(true, "Your LDAP config seems to be OK, 3 machine objects found."));
        assertThat(type().test(unreachable())).hasValueSatisfying(result -> assertThat(result.description())
                .isEqualTo("The directory server ldap://127.0.0.1:1 cannot be reached: nothing listens there,"
                        + " or something is between"));
        assertThat(type().test(Map.of("LDAPURI", "ldap://x")))
                .hasValueSatisfying(result -> assertThat(result.description()).contains("LDAPBASE is missing"));
    }

    @Test
    void whatCannotBeDoneIsRefusedWhenItIsSaved() {
        assertThat(type().objection(Map.of("AUTHTYPE", "NTLM")).orElseThrow()).startsWith("AUTHTYPE is not Simple");
        assertThat(type().objection(Map.of("TIMEOUT", "soon"))).hasValue("TIMEOUT is no number from 1 to 120");
        assertThat(type().objection(Map.of("SIZELIMIT", "10"))).isEmpty();
    }
}
