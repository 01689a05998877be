package org.symbolon.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.events.shared.Secret;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stand-in against the real thing: Keycloak itself, where {@code -Dsymbolon.test.keycloak=http://127.0.0.1:PORT} names one whose
 * administrator is {@code service} with the stand-in's password. It is on Maven Central ({@code keycloak-quarkus-dist}), and too large to be
 * fetched for each build.
 */
class KeycloakServerTest {

    private static final String SERVER = System.getProperty("symbolon.test.keycloak", "");
    private static final String PASSWORD = "Secret-of-people 9ü";
    private static final String USERS =
            """
            [{"username": "service", "enabled": true, "email": "s@example.org", "firstName": "S", "lastName": "S",
              "credentials": [{"type": "password", "value": "%s", "temporary": false}],
              "clientRoles": {"realm-management": ["realm-admin"]}},
             {"username": "ada", "enabled": true, "email": "ada@example.org", "firstName": "Ada", "lastName": "Lovelace",
              "credentials": [{"type": "password", "value": "%s", "temporary": false}],
              "attributes": {"mobile": ["+44 151 1"], "locale": ["de"]}, "groups": ["/staff"]},
             {"username": "adam", "enabled": true, "email": "adam@example.org", "firstName": "Adam", "lastName": "Smith"},
             {"username": "ben", "enabled": true, "email": "ben@example.org", "firstName": "Ben", "lastName": "Britten"}]
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token;
    private EditableUserStore store;

    @BeforeEach
    void makeTheRealm() throws Exception {
        assumeTrue(!SERVER.isEmpty(), "needs a Keycloak, named by symbolon.test.keycloak");
        token = asked(
                        "POST",
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=service&password="
                                + Template.encoded(KeycloakDouble.SERVICE_PASSWORD),
                        "application/x-www-form-urlencoded")
                .path("access_token")
                .asString();
        ObjectNode realm = WebParameters.JSON
                .createObjectNode()
                .put("realm", KeycloakDouble.REALM)
                .put("enabled", true);
        realm.putArray("groups").addObject().put("name", "staff");
        realm.set("users", WebParameters.JSON.readTree(USERS.formatted(KeycloakDouble.SERVICE_PASSWORD, PASSWORD)));
        asked("POST", "/admin/realms", realm.toString(), "application/json");
        ObjectNode profile = asked("GET", "/admin/realms/people/users/profile", "", "application/json");
        asked(
                "PUT",
                "/admin/realms/people/users/profile",
                profile.put("unmanagedAttributePolicy", "ENABLED").toString(),
                "application/json");
        store = (EditableUserStore) new KeycloakStoreType(WebStores.NETWORK).open(configuration());
    }

    private static Map<String, String> configuration() {
        return WebStores.with(WebStores.keycloak(SERVER), "config_get_user_groups", "{\"active\": true}");
    }

    @AfterEach
    void deleteTheRealm() throws Exception {
        if (store != null) {
            store.close();
            asked("DELETE", "/admin/realms/people", "", "application/json");
        }
    }

    private ObjectNode asked(String method, String path, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(SERVER + path)).header("Content-Type", type);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer =
                http.send(request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body().isBlank()
                ? WebParameters.JSON.createObjectNode()
                : (ObjectNode) WebParameters.JSON.readTree(answer.body());
    }

    private String idOf(String login) {
        return store.withLogin(login).orElseThrow().userId();
    }

    private List<String> found(Map<String, String> criteria, int size) {
        List<String> found = new ArrayList<>();
        Optional<UserSearch> search = Optional.of(UserSearch.of(criteria, size));
        while (search.isPresent()) {
            UserSearch asked = search.get();
            UserPage page = store.search(asked);
            page.users().forEach(user -> found.add(user.get("username")));
            search = page.next().map(asked::at);
        }
        return found;
    }

    @Test
    void usersAreFoundAndListed() {
        assertThat(store.attributesOf(idOf("ADA")).orElseThrow())
                .containsEntry("username", "ada")
                .containsEntry("givenname", "Ada")
                .containsEntry("surname", "Lovelace")
                .containsEntry("mobile", "+44 151 1")
                .containsEntry("groups", "staff");
        for (String unknown : List.of("nobody", "ad", "*", "..", "ada/", "ada@example.org", " ")) {
            assertThat(store.withLogin(unknown)).as(unknown).isEmpty();
            assertThat(store.attributesOf(unknown)).as(unknown).isEmpty();
        }
        assertThat(found(Map.of("username", "ad*"), 1)).containsExactly("ada", "adam");
        assertThat(found(Map.of("username", "ada"), 9)).containsExactly("ada");
        assertThat(found(Map.of("surname", "*e*l*", "email", "*example*"), 2)).containsExactly("ada");
        assertThat(found(Map.of("mobile", "+44*"), 3)).containsExactly("ada");
        assertThat(found(Map.of(), 2)).containsExactly("ada", "adam", "ben", "service");
    }

    @Test
    void passwordsAreTried() {
        assertThat(store.passwordMatches(idOf("ada"), Secret.of(PASSWORD))).isTrue();
        for (String wrong : List.of("", "wrong", PASSWORD + " ", "&grant_type=client_credentials")) {
            assertThat(store.passwordMatches(idOf("ada"), Secret.of(wrong))).isFalse();
        }
        assertThat(store.passwordMatches(idOf("ben"), Secret.of(PASSWORD))).isFalse();
    }

    @Test
    void usersAreMadeChangedAndDeleted() {
        String id = store.add(Map.of(
                "username", "eve", "givenname", "Eve", "surname", "Adams", "email", "e@example.org", "mobile", "+1"));
        assertThat(idOf("eve")).isEqualTo(id);
        assertThat(store.setPassword(id, Secret.of("Brand new"))).isTrue();
        assertThat(store.passwordMatches(id, Secret.of("Brand new"))).isTrue();
        assertThat(store.update(id, Map.of("surname", "Kane", "mobile", ""))).isTrue();
        assertThat(store.attributesOf(id).orElseThrow())
                .containsEntry("surname", "Kane")
                .containsEntry("email", "e@example.org")
                .doesNotContainKey("mobile");
        assertThat(store.passwordMatches(id, Secret.of("Brand new"))).isTrue();
        assertThatThrownBy(() -> store.add(Map.of("username", "Eve"))).isInstanceOf(UserChangeRefusedException.class);
        assertThat(store.delete(id)).isTrue();
        assertThat(store.delete(id)).isFalse();
        assertThat(store.withLogin("eve")).isEmpty();
    }

    @Test
    void aTryTellsWhatIsWrong() {
        KeycloakStoreType type = new KeycloakStoreType(WebStores.NETWORK);

        assertThat(type.test(WebStores.with(configuration(), "test_username", "ada", "test_userid", idOf("ada"))))
                .isEqualTo(new TestResult(
                        true,
                        "Resolver config seems to be OK. Tested configurations: Authorization, Get user by ID, Get user by"
                                + " name, User List."));
        assertThat(type.test(WebStores.with(configuration(), "password", "wrong"))
                        .description())
                .isEqualTo("Failed to get authorization header: its server gives no token (HTTP 401)");
        assertThat(type.test(WebStores.with(configuration(), "realm", "nowhere"))
                        .description())
                .isEqualTo("Failed to get authorization header: its server gives no token (HTTP 404)");
    }
}
