package org.symbolon.connectors.ldap;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

class MemoryDirectoryContractTest extends LdapStoreContract {

    private MemoryDirectory directory;

    @Override
    protected Map<String, String> configuration() {
        directory = MemoryDirectory.start(PEOPLE);
        return LdapPeople.configuration(directory.uri());
    }

    /** Searches for parts of telephone numbers find everybody in this one, whatever is searched for. */
    @Override
    protected Set<String> searchable() {
        return Set.of("username", "givenname", "surname", "email");
    }

    @AfterEach
    void stopTheDirectory() {
        directory.close();
    }
}
