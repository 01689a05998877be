package org.symbolon.connectors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

class MemoryUserStoreTest extends EditableUserStoreContract {

    private static final String PASSWORD = "password";

    private static final class MemoryType implements UserStoreType {

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public Set<String> secretKeys() {
            return Set.of(PASSWORD);
        }

        @Override
        public UserStore open(Map<String, String> configuration) {
            if (configuration.containsKey(PASSWORD)) {
                throw new UserStoreUnavailableException("There is no such store", null);
            }
            MemoryUserStore store = new MemoryUserStore();
            for (Person person : PEOPLE) {
                String id = store.add(person.attributes());
                if (person.password() != null) {
                    store.setPassword(id, Secret.of(person.password()));
                }
            }
            return store;
        }

        @Override
        public TestResult test(Map<String, String> configuration) {
            return new TestResult(true, "");
        }
    }

    @Override
    protected UserStoreType type() {
        return new MemoryType();
    }

    @Override
    protected Map<String, String> configuration() {
        return Map.of();
    }

    @Override
    protected Map<String, String> unreachable() {
        return Map.of(PASSWORD, "of the store itself");
    }

    @Override
    protected Set<String> searchable() {
        return Set.of("username", "givenname", "surname", "email", "phone", "mobile");
    }

    @Override
    protected boolean ignoresCaseOfLogins() {
        return false;
    }

    @Override
    protected boolean ignoresCaseInSearches() {
        return false;
    }

    @Override
    protected List<String> hidden() {
        return List.of();
    }
}
