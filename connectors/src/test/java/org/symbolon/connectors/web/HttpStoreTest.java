package org.symbolon.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.connectors.web.ApiDouble.Asked;
import org.symbolon.connectors.web.ApiDouble.Reply;
import org.symbolon.events.shared.Secret;
import tools.jackson.databind.JsonNode;

/** The resolver of eduMFA, which knows one request, and what definitions can say of requests and answers. */
class HttpStoreTest {

    private static final Person ADA =
            new Person(Map.of("username", "ada", "givenname", "Ada", "email", "ada@example.org"), "Secret-of-ada");

    private final PlainDouble server = new PlainDouble();
    private final HttpStoreType type = new HttpStoreType(WebStores.NETWORK);

    HttpStoreTest() {
        server.fill(List.of(ADA));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, String> simple(String... more) {
        return WebStores.with(
                WebStores.with(
                        Map.of(),
                        "endpoint",
                        server.base() + "/person",
                        "method",
                        "get",
                        "requestMapping",
                        "{\"login\": \"{userid}\"}",
                        "headers",
                        "{\"X-Key\": \"" + PlainDouble.KEY + "\"}",
                        "responseMapping",
                        "{\"username\": \"{person.username}\", \"email\": \"{person.email}\", \"realm\": \"fixed\"}",
                        "hasSpecialErrorHandler",
                        "yes",
                        "errorResponse",
                        "{\"state\": \"unknown\"}"),
                more);
    }

    @Test
    void aUserIsFoundByHisIdWhichIsHisName() {
        try (UserStore store = type.open(simple())) {
            assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "ada"));
            assertThat(store.attributesOf("ada"))
                    .hasValue(Map.of("userid", "ada", "username", "ada", "email", "ada@example.org", "realm", "fixed"));
            assertThat(store.withLogin("nobody")).isEmpty();
            assertThat(store.attributesOf("nobody")).isEmpty();
            assertThat(store.passwordMatches("ada", Secret.of(ADA.password()))).isFalse();
            assertThat(store.search(UserSearch.of(Map.of(), 10)).users()).isEmpty();
        }
    }

    @Test
    void aTryShowsTheUserWhoIsNamed() {
        assertThat(type.test(simple("testUser", "ada")))
                .isEqualTo(TestResult.ofFound(
                        Map.of("userid", "ada", "username", "ada", "email", "ada@example.org", "realm", "fixed")));
        assertThat(type.test(simple("testUser", "nobody")))
                .isEqualTo(new TestResult(false, "No user found for user ID 'nobody'."));
        assertThat(type.test(simple()).success()).isFalse();
    }

    @Test
    void aTryGoesThroughAllThatIsDescribed() {
        String id = server.users.keySet().iterator().next();
        Map<String, String> whole = WebStores.plain(server.base());

        assertThat(type.test(WebStores.with(whole, "test_userid", id, "test_username", "ada")))
                .isEqualTo(new TestResult(
                        true,
                        "Resolver config seems to be OK. Tested configurations: Get user by ID, Get user by name, User"
                                + " List."));
        assertThat(type.test(WebStores.with(whole, "test_userid", "nobody")).description())
                .isEqualTo("No user found for user ID 'nobody'.");
        assertThat(type.test(WebStores.with(whole, "test_username", "nobody")).description())
                .isEqualTo("No user found for username 'nobody'.");
        assertThat(type.test(WebStores.with(whole, "test_userid", id, "test_username", "ben"))
                        .description())
                .isEqualTo(
                        "Defined username 'ben' does not match resolved username 'ada' for the user id '" + id + "'.");
        assertThat(type.test(WebStores.with(whole, "config_get_user_list", "{\"endpoint\": \"/person/nobody\"}"))
                        .description())
                .isEqualTo("Failed to get user list: the user store refuses it (HTTP 404)");
    }

    /** Whatever a store finds somebody by, only who is called so logs in. */
    @Test
    void whoeverHasAnotherNameIsNotMeant() {
        server.answersAlways(
                Reply.of(200, WebParameters.JSON.readTree("{\"person\": {\"uid\": \"7\", \"username\": \"ben\"}}")));
        try (UserStore store = type.open(WebStores.plain(server.base()))) {
            assertThat(store.withLogin("ada")).isEmpty();
            assertThat(store.withLogin("BEN")).hasValue(new StoredUser("ben", "7"));
            assertThat(store.attributesOf("8")).isEmpty();
        }
    }

    @Test
    void tagsAreReplacedOnceAndEachWhereItIsInItsWay() {
        server.answersAlways(Reply.empty(204));
        Map<String, String> definition = WebStores.with(
                WebStores.plain(server.base()),
                "config_get_user_by_name",
                """
                {"method": "pUt", "endpoint": "/a/{username}/b?c={username}",
                 "headers": {"X-Name": "v {other}"},
                 "requestMapping": {"deep": [{"name": "<{username}>", "n": 7, "on": true}], "{username}": "{unknown}"}}
                """);
        try (UserStore store = type.open(definition)) {
            store.withLogin("a/b&{userid}=ü");
        }
        Asked asked = server.asked().get(0);
        assertThat(asked.method()).isEqualTo("PUT");
        assertThat(asked.path()).isEqualTo("/a/a%2Fb%26%7Buserid%7D%3D%C3%BC/b");
        assertThat(asked.query()).containsEntry("c", "a/b&{userid}=ü");
        assertThat(asked.header("X-Name")).isEqualTo("v {other}");
        assertThat(asked.header("X-Key")).as("replaced by headers of its own").isEmpty();
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
        assertThat(asked.json())
                .isEqualTo(
                        WebParameters.JSON.readTree(
                                """
                        {"deep": [{"name": "<a/b&{userid}=ü>", "n": 7, "on": true}], "{username}": "{unknown}"}
                        """));
    }

    @Test
    void formsAndQueriesAreEncodedAndBooleansAreWords() {
        server.answersAlways(Reply.empty(204));
        Map<String, String> definition = WebStores.with(
                WebStores.plain(server.base()),
                "config_get_user_by_name",
                "{\"endpoint\": \"/q\", \"requestMapping\": {\"name\": \"{username}\", \"exact\": true, \"n\": 2}}",
                "config_get_user_by_id",
                "{\"method\": \"post\", \"endpoint\": \"/f\", \"requestMapping\": \"a={userid}&b=%26\","
                        + "\"headers\": \"{\\\"content-type\\\": \\\"application/x-www-form-urlencoded\\\"}\"}");
        try (UserStore store = type.open(definition)) {
            store.withLogin("a&b=c d");
            store.attributesOf("x&y=z");
        }
        assertThat(server.asked("GET", "/q").get(0).query())
                .isEqualTo(Map.of("name", "a&b=c d", "exact", "true", "n", "2"));
        assertThat(server.asked("POST", "/f").get(0).form()).isEqualTo(Map.of("a", "x&y=z", "b", "&"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{a.b[0].c}' | 7",
                "'{a.b}'      | [{\"c\":7},{\"c\":8}]",
                "'{a.b[1].c}-{a.d}' | \"8-x\"",
                "'{a.e}'      | true",
                "'plain'      | \"plain\"",
                "'<{a.no}>'   | \"<>\"",
                "'{f.g}'      | \"literal\""
            })
    void answersAreMappedByPaths(String template, String expected) {
        JsonNode answer = WebParameters.JSON.readTree(
                "{\"a\": {\"b\": [{\"c\": 7}, {\"c\": 8}], \"d\": \"x\", \"e\": true}, \"f.g\": \"literal\"}");

        assertThat(JsonPath.mapped(answer, Map.of("name", template.strip())).get("name"))
                .isEqualTo(WebParameters.JSON.readTree(expected));
        assertThat(JsonPath.mapped(answer, Map.of("name", "{nothing.there}")).isEmpty())
                .isTrue();
        assertThat(JsonPath.mapped(answer, Map.of())).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout | soon | Invalid value for 'timeout': it is no number from 1 to 120",
                "timeout | 0 | Invalid value for 'timeout': it is no number from 1 to 120",
                "config_get_user_by_id | {\"method\": \"fetch\", \"endpoint\": \"/x\"} | Invalid method 'fetch'!",
                "config_get_user_by_id | [] | config_get_user_by_id is no object in JSON",
                "config_get_user_by_id | {\"endpoint\": \"http://\"} | config_get_user_by_id leads to no address that begins with http:// or https:// and a host",
                "config_get_user_by_id | {\"endpoint\": \"/x\", \"headers\": \"nonsense\"} | config_get_user_by_id is no object in JSON",
                "config_get_user_by_id | {\"endpoint\": \"/x\", \"headers\": {\"Host\": \"evil\"}} | config_get_user_by_id has a header that cannot be sent",
                "config_get_user_by_id | {\"endpoint\": \"http://me:secret@host/\"} | config_get_user_by_id leads to no address that begins with http:// or https:// and a host",
                "config_get_user_by_id | {\"endpoint\": \"http://{username}.example.com/\"} | config_get_user_by_id leads to no address that begins with http:// or https:// and a host",
                "attribute_mapping | {\"username\": \"name\"} | attribute_mapping lacks username or userid",
                "headers | nonsense | headers is no object in JSON"
            })
    void whatCannotBeUsedIsRefusedWhenItIsSaved(String key, String value, String objection) {
        assertThat(type.objection(Map.of(key, value))).hasValue(objection);
    }

    @Test
    void whatIsMissingMayHaveBeenSavedBefore() {
        assertThat(type.objection(Map.of())).isEmpty();
        assertThat(type.objection(WebStores.plain("http://localhost"))).isEmpty();
        assertThat(new EntraStoreType(WebStores.NETWORK).objection(Map.of("timeout", "5")))
                .isEmpty();
        assertThat(new KeycloakStoreType(WebStores.NETWORK).objection(Map.of())).isEmpty();
        assertThat(new ScimStoreType(WebStores.NETWORK).objection(Map.of("Client", "c")))
                .isEmpty();
    }
}
