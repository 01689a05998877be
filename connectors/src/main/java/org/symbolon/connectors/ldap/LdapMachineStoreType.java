package org.symbolon.connectors.ldap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreType;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.connectors.parameters.StoreParameters;

/** Machine resolvers made of an LDAP directory, such as the computers of Active Directory. */
public final class LdapMachineStoreType implements MachineStoreType {

    private static final Map<String, String> SOUND = Map.of("LDAPURI", "ldap://localhost", "LDAPBASE", "dc=example");

    private final LdapNetwork network;

    public LdapMachineStoreType(LdapNetwork network) {
        this.network = network;
    }

    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("BINDPW");
    }

    @Override
    public Optional<String> objection(Map<String, String> given) {
        return StoreParameters.objection(SOUND, given, parameters -> {
            LdapConnectionSettings.of(parameters);
            LdapMachineSettings.of(parameters);
        });
    }

    @Override
    public MachineStore open(Map<String, String> configuration) {
        try {
            StoreParameters parameters = new StoreParameters(configuration);
            LdapMachineSettings machines = LdapMachineSettings.of(parameters);
            return new LdapMachineStore(new LdapServers(LdapConnectionSettings.of(parameters), network), machines);
        } catch (IllegalArgumentException unusable) {
            throw new MachineStoreUnavailableException(
                    "The configuration of a directory cannot be used: " + unusable.getMessage(), null);
        }
    }

    @Override
    public Optional<TestResult> test(Map<String, String> configuration) {
        try (MachineStore store = open(configuration)) {
            int count = store.machines().size();
            return Optional.of(new TestResult(
                    true, "Your LDAP config seems to be OK, %d machine objects found.".formatted(count)));
        } catch (MachineStoreUnavailableException trouble) {
            return Optional.of(new TestResult(false, trouble.getMessage()));
        }
    }

    @Override
    public List<Finding> examine(Map<String, String> configuration) {
        return LdapServersExamined.of(configuration, MachineStoreType.super::examine, network);
    }
}
