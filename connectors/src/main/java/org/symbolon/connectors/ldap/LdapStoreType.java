package org.symbolon.connectors.ldap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.parameters.StoreParameters;

/** Resolvers made of an LDAP directory, such as OpenLDAP's or Active Directory. */
public final class LdapStoreType implements UserStoreType {

    private static final Map<String, String> SOUND = Map.of(
            "LDAPURI", "ldap://localhost",
            "LDAPBASE", "dc=example",
            "LDAPSEARCHFILTER", "(uid=*)",
            "LOGINNAMEATTRIBUTE", "uid");

    private final LdapNetwork network;
    private final Clock clock;
    private final Random random;

    /** The random source makes the salts of written passwords. */
    public LdapStoreType(LdapNetwork network, Clock clock, Random random) {
        this.network = network;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String name() {
        return "ldapresolver";
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("BINDPW");
    }

    @Override
    public Optional<String> objection(Map<String, String> given) {
        return StoreParameters.objection(SOUND, given, parameters -> {
            LdapConnectionSettings.of(parameters);
            LdapUserSettings.of(parameters);
        });
    }

    @Override
    public UserStore open(Map<String, String> configuration) {
        try {
            StoreParameters parameters = new StoreParameters(configuration);
            LdapUserSettings users = LdapUserSettings.of(parameters);
            LdapDirectory directory =
                    new LdapDirectory(new LdapServers(LdapConnectionSettings.of(parameters), network));
            return users.editable()
                    ? new EditableLdapStore(directory, users, clock, random)
                    : new LdapStore(directory, users, clock);
        } catch (IllegalArgumentException unusable) {
            throw new UserStoreUnavailableException(
                    "The configuration of a directory cannot be used: " + unusable.getMessage(), null);
        }
    }

    @Override
    public TestResult test(Map<String, String> configuration) {
        try {
            return new LdapTrial(new StoreParameters(configuration), network).result();
        } catch (IllegalArgumentException unusable) {
            return new TestResult(false, unusable.getMessage());
        }
    }

    @Override
    public List<Finding> examine(Map<String, String> configuration) {
        return LdapServersExamined.of(configuration, UserStoreType.super::examine, network);
    }
}
