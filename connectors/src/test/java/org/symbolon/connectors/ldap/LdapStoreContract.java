package org.symbolon.connectors.ldap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.connectors.EditableUserStoreContract;

/** What holds for users of every directory. */
abstract class LdapStoreContract extends EditableUserStoreContract {

    private final LdapNetwork network = new LdapNetwork();

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    @Override
    protected UserStoreType type() {
        return new LdapStoreType(network, Clock.systemUTC(), new Random(1));
    }

    @Override
    protected Map<String, String> unreachable() {
        return LdapPeople.configuration("ldap://127.0.0.1:1");
    }

    @Override
    protected Set<String> searchable() {
        return Set.of("username", "givenname", "surname", "email", "phone", "mobile");
    }

    @Override
    protected boolean ignoresCaseOfLogins() {
        return true;
    }

    @Override
    protected boolean ignoresCaseInSearches() {
        return true;
    }

    @Override
    protected List<String> hidden() {
        return List.of("{SSHA}", "userPassword", LdapPeople.SERVICE_PASSWORD);
    }
}
