package org.symbolon.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.connectors.UserStoreContract;

/** SCIM, by a stand-in that has pages, and one that sends all at once. */
class ScimStoreContractTest extends UserStoreContract {

    private final ScimDouble server = new ScimDouble(true);

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Override
    protected UserStoreType type() {
        return new ScimStoreType(WebStores.NETWORK);
    }

    @Override
    protected Map<String, String> configuration() {
        server.fill(PEOPLE);
        return WebStores.scim(server.base());
    }

    @Override
    protected Map<String, String> unreachable() {
        return WebStores.scim(WebStores.NOWHERE);
    }

    @Override
    protected boolean checksPasswords() {
        return false;
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
        return List.of(ScimDouble.SECRET, "token-");
    }

    @Test
    void aServerWithoutPagesIsReadAsWell() {
        try (ScimDouble whole = new ScimDouble(false)) {
            whole.fill(PEOPLE);
            try (UserStore store = type().open(WebStores.scim(whole.base()))) {
                assertThat(store.withLogin("ada")).isPresent();
            }
            assertThat(type().test(WebStores.scim(whole.base()))).isEqualTo(new TestResult(true, "Found 3 users"));
        }
    }

    @Test
    void aTryTellsHowManyUsersThereAre() {
        assertThat(type().test(WebStores.scim(server.base()))).isEqualTo(new TestResult(true, "Found 3 users"));
        assertThat(type().test(WebStores.with(WebStores.scim(server.base()), "Secret", "wrong")))
                .isEqualTo(new TestResult(
                        false, "Failed to get authorization header: its server gives no token (HTTP 401)"));
    }
}
