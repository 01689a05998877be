package org.symbolon.connectors.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.connectors.EditableUserStoreContract;

/** An API of somebody's own, described by definitions alone. */
class HttpStoreContractTest extends EditableUserStoreContract {

    private final PlainDouble server = new PlainDouble();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Override
    protected UserStoreType type() {
        return new HttpStoreType(WebStores.NETWORK);
    }

    @Override
    protected Map<String, String> configuration() {
        server.fill(PEOPLE);
        return WebStores.plain(server.base());
    }

    @Override
    protected Map<String, String> unreachable() {
        return WebStores.plain(WebStores.NOWHERE);
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
        return true;
    }

    @Override
    protected List<String> hidden() {
        return List.of(PlainDouble.KEY);
    }
}
