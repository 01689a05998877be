package org.symbolon.connectors.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.connectors.EditableUserStoreContract;

/** Microsoft Entra ID, by a stand-in of its token endpoint and of Graph. */
class EntraStoreContractTest extends EditableUserStoreContract {

    private final GraphDouble server = new GraphDouble();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Override
    protected UserStoreType type() {
        return new EntraStoreType(WebStores.NETWORK);
    }

    @Override
    protected Map<String, String> configuration() {
        server.fill(PEOPLE);
        return WebStores.entra(server.base());
    }

    @Override
    protected Map<String, String> unreachable() {
        return WebStores.entra(WebStores.NOWHERE);
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
        return List.of(GraphDouble.SECRET, "token-");
    }
}
