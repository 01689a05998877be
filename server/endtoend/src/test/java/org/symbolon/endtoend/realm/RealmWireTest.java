package org.symbolon.endtoend.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.WireTest;

/** Realms over the wire: which resolvers they have, in which order, and which of them is meant when none is named. */
@WireTest
class RealmWireTest {

    private static final String NOT_FOUND = "The requested Realm could not be found.";

    private ApiClient admin;
    private Map<String, Object> formerDefault;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        admin = server.admin();
        String file = PasswdFile.write(folder, 2).toString();
        admin.post("/resolver/realm-one", "type", "passwdresolver", "fileName", file);
        admin.post("/resolver/realm-two", "type", "passwdresolver", "fileName", file);
        if (admin.get("/defaultrealm").valueMap().isEmpty()) {
            admin.post("/realm/realm-first", "resolvers", "realm-one");
        }
        formerDefault = admin.get("/defaultrealm").valueMap();
    }

    @AfterAll
    void restoreTheDefault() {
        formerDefault.keySet().forEach(name -> admin.post("/defaultrealm/" + name));
    }

    private static String realm(boolean isDefault, String... resolvers) {
        return "{'id': '<int>', 'option': '', 'default': %s, 'resolver': [%s]}"
                .formatted(isDefault, String.join(", ", resolvers));
    }

    private static String resolver(String name, String priority) {
        return "{'name': '%s', 'type': 'passwdresolver', 'priority': %s}".formatted(name, priority);
    }

    private Object listed(String name) {
        return admin.get("/realm/").valueMap().get(name);
    }

    @Test
    void aRealmIsMadeAndItsResolversReplaced() {
        assertValue(
                admin.post("/realm/Realm-A", "resolvers", "realm-one, realm-two,"),
                "{'added': ['realm-one', 'realm-two'], 'failed': []}");
        assertJson(listed("realm-a"), realm(false, resolver("realm-one", "null"), resolver("realm-two", "null")));

        assertValue(admin.post("/realm/realm-a", "resolvers", "realm-two"), "{'added': ['realm-two'], 'failed': []}");
        assertJson(listed("realm-a"), realm(false, resolver("realm-two", "null")));
    }

    @Test
    void prioritiesCountAsJsonNumbersOnly() {
        admin.post("/realm/realm-b", "resolvers", "realm-one", "priority.realm-one", "5");
        assertJson(listed("realm-b"), realm(false, resolver("realm-one", "null")));

        byte[] body = "{\"resolvers\": [\"realm-one\"], \"priority.realm-one\": 5}".getBytes(StandardCharsets.UTF_8);
        assertValue(admin.post("/realm/realm-b", "application/json", body), "{'added': ['realm-one'], 'failed': []}");
        assertJson(listed("realm-b"), realm(false, resolver("realm-one", "5")));
    }

    @Test
    void resolversAreListedInTheOrderInWhichTheyWereGiven() {
        byte[] body = "{\"resolvers\": \"realm-two,realm-one\", \"priority.realm-one\": 1, \"priority.realm-two\": 5}"
                .getBytes(StandardCharsets.UTF_8);

        admin.post("/realm/realm-given", "application/json", body);

        assertJson(listed("realm-given"), realm(false, resolver("realm-two", "5"), resolver("realm-one", "1")));
    }

    @Test
    void ofResolversWithoutAPriorityTheFirstOneKnowsAUserFirst() {
        admin.post("/realm/realm-alike", "resolvers", "realm-two,realm-one");

        admin.enrolHotp("REALM-ALIKE", "31323334353637383930", "", "user", "user1", "realm", "realm-alike");

        assertThat(admin.get("/token/", "serial", "REALM-ALIKE").rows("tokens"))
                .extracting(row -> row.get("resolver"))
                .containsExactly("realm-two");
    }

    @Test
    void theResolverWithTheLowestPriorityKnowsAUserFirst() {
        String body = "{\"resolvers\": \"realm-one,realm-two\", \"priority.realm-one\": %d, \"priority.realm-two\": 5}";
        String listed = "{'realms': ['realm-order'], 'resolver': '%s', 'user_id': '1001', 'username': 'user1',"
                + " 'user_realm': 'realm-order', 'user_editable': false}";
        for (int priority : List.of(9, 1)) {
            byte[] bytes = body.formatted(priority).getBytes(StandardCharsets.UTF_8);
            admin.post("/realm/realm-order", "application/json", bytes);
            String serial = "REALM-ORDER" + priority;

            admin.enrolHotp(serial, "31323334353637383930", "", "user", "user1", "realm", "realm-order");

            assertJson(
                    admin.get("/token/", "serial", serial).rows("tokens").get(0),
                    ListedToken.of(serial, listed.formatted(priority < 5 ? "realm-one" : "realm-two")));
        }
    }

    @Test
    void aTokenOutlivesTheRealmOfItsOwner() {
        admin.post("/realm/realm-gone", "resolvers", "realm-one");
        admin.enrolHotp("REALM-GONE", "31323334353637383930", "", "user", "user1", "realm", "realm-gone");

        admin.delete("/realm/realm-gone");

        assertJson(
                admin.get("/token/", "serial", "REALM-GONE").rows("tokens").get(0),
                ListedToken.of(
                        "REALM-GONE",
                        """
                        {'realms': [], 'resolver': 'realm-one', 'user_id': '1001', 'username': 'user1', 'user_realm': '',
                         'user_editable': false}
                        """));
    }

    @Test
    void unknownResolversFailAndTheRealmIsMade() {
        assertValue(
                admin.post("/realm/realm-c", "resolvers", "nowhere,realm-one"),
                "{'added': ['realm-one'], 'failed': ['nowhere']}");
        assertValue(admin.post("/realm/realm-d", "resolvers", "nowhere"), "{'added': [], 'failed': ['nowhere']}");
        assertJson(listed("realm-d"), realm(false));
    }

    @Test
    void namesAreTidied() {
        assertValue(admin.post("/realm/Realm%20E", "resolvers", "realm-one"), "{'added': ['realm-one'], 'failed': []}");
        assertJson(listed("realm-e"), realm(false, resolver("realm-one", "null")));
        assertRefusal(
                admin.post("/realm/realm!", "resolvers", "realm-one"),
                400,
                905,
                "ERR905: Invalid realm name. Must comply to [A-Za-z0-9_\\-.]+.");
        assertRefusal(admin.post("/realm/realm-f"), 400, 905, "ERR905: Missing parameter: 'resolvers'");
        assertThat(listed("realm-f")).isNull();
    }

    @Test
    void aRealmIsDeleted() {
        admin.post("/realm/realm-g", "resolvers", "realm-one");
        Object number = ExpectedJson.entry(listed("realm-g"), "id");

        assertValue(admin.delete("/realm/realm-g"), number.toString());
        assertThat(listed("realm-g")).isNull();
        assertRefusal(admin.delete("/realm/realm-g"), 404, 601, NOT_FOUND);
    }

    @Test
    void oneRealmIsTheDefault() {
        admin.post("/realm/realm-h", "resolvers", "realm-one");
        Object number = ExpectedJson.entry(listed("realm-h"), "id");

        assertValue(admin.post("/defaultrealm/Realm-H"), number.toString());
        String expected = realm(true, resolver("realm-one", "null"));
        assertValue(admin.get("/defaultrealm"), "{'realm-h': " + expected + "}");
        assertJson(listed("realm-h"), expected);
        assertRefusal(admin.post("/defaultrealm/nowhere"), 404, 601, NOT_FOUND);
        assertValue(admin.get("/defaultrealm"), "{'realm-h': " + expected + "}");

        assertValue(admin.delete("/defaultrealm"), number.toString());
        assertValue(admin.get("/defaultrealm"), "{}");
        assertRefusal(admin.delete("/defaultrealm"), 400, 302, "ERR302: There is no default realm.");
    }

    @Test
    void noRealmMakesSuperusersUnlessTheServerIsToldSo() {
        assertValue(admin.get("/realm/superuser"), "[]");
    }
}
