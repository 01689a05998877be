package org.symbolon.connectors.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.connectors.EditableUserStoreContract;

/** Keycloak, by a stand-in of its token endpoint and of its Admin REST API. */
class KeycloakStoreContractTest extends EditableUserStoreContract {

    private final KeycloakDouble server = new KeycloakDouble();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Override
    protected UserStoreType type() {
        return new KeycloakStoreType(WebStores.NETWORK);
    }

    @Override
    protected Map<String, String> configuration() {
        server.fill(PEOPLE);
        return WebStores.keycloak(server.base());
    }

    @Override
    protected Map<String, String> unreachable() {
        return WebStores.keycloak(WebStores.NOWHERE);
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
        return List.of(KeycloakDouble.SERVICE_PASSWORD, "token-");
    }
}
