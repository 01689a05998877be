package org.symbolon.endtoend.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.WireTest;

/** Resolvers over the wire: made, changed, shown without their secrets, deleted. */
@WireTest
class ResolverWireTest {

    private ApiClient admin;
    private String file;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        admin = server.admin();
        file = PasswdFile.write(folder, 2).toString();
    }

    private Answer save(String name, String... parameters) {
        return admin.post("/resolver/" + name, parameters);
    }

    private static String listed(String name, String data, String censored) {
        return "{'%1$s': {'resolvername': '%1$s', 'type': 'passwdresolver', 'data': %2$s, 'censor_keys': %3$s}}"
                .formatted(name, data, censored);
    }

    @Test
    void aResolverIsMadeAndShown() {
        Answer made = save("resolver-one", "type", "passwdresolver", "fileName", file);

        assertValue(made, "'<int>'");
        String expected = listed("resolver-one", "{'fileName': '" + file + "'}", "[]");
        assertValue(admin.get("/resolver/resolver-one"), expected);
        assertValue(admin.get("/resolver/RESOLVER-One"), expected);
        assertJson(
                admin.get("/resolver/").valueMap().get("resolver-one"),
                ExpectedJson.written(ExpectedJson.entry(ExpectedJson.parse(expected), "resolver-one")));
        assertValue(
                save("resolver-one", "type", "passwdresolver", "fileName", file),
                made.value().toString());
    }

    @Test
    void passwordsAreShownToNobody() {
        save("resolver-two", "type", "passwdresolver", "fileName", file, "BINDPW", "s", "type.BINDPW", "password");
        String expected =
                listed("resolver-two", "{'fileName': '" + file + "', 'BINDPW': '__CENSORED__'}", "['BINDPW']");
        assertValue(admin.get("/resolver/resolver-two"), expected);

        save("resolver-two", "type", "passwdresolver", "BINDPW", "__CENSORED__", "nonce", "1", "more", "2");
        assertValue(
                admin.get("/resolver/resolver-two"),
                listed(
                        "resolver-two",
                        "{'fileName': '" + file + "', 'BINDPW': '__CENSORED__', 'more': '2'}",
                        "['BINDPW']"));
    }

    @Test
    void theListIsNarrowedByTypeAndByWhetherUsersCanBeChanged() {
        save("resolver-three", "type", "passwdresolver", "fileName", file, "Editable", "1");
        save("resolver-fixed", "type", "passwdresolver", "fileName", file);

        assertThat(admin.get("/resolver/", "type", "passwdresolver").valueMap())
                .containsKeys("resolver-three", "resolver-fixed");
        assertThat(admin.get("/resolver/", "type", "ldapresolver").valueMap()).doesNotContainKey("resolver-three");
        assertThat(admin.get("/resolver/", "editable", "1").valueMap())
                .containsKey("resolver-three")
                .doesNotContainKey("resolver-fixed");
        assertThat(admin.get("/resolver/", "editable", "0").valueMap())
                .containsKey("resolver-fixed")
                .doesNotContainKey("resolver-three");
    }

    @Test
    void anUnknownResolverIsEmpty() {
        assertValue(admin.get("/resolver/nowhere"), "{}");
        assertValue(admin.delete("/resolver/nowhere"), "-1");
    }

    @Test
    void aResolverIsDeletedUnlessARealmHasIt() {
        Object number = save("resolver-four", "type", "passwdresolver", "fileName", file)
                .value();
        admin.post("/realm/resolver-realm", "resolvers", "resolver-four");
        assertRefusal(
                admin.delete("/resolver/resolver-four"),
                400,
                302,
                "ERR302: The resolver 'resolver-four' is still contained in realm 'resolver-realm'.");
        admin.delete("/realm/resolver-realm");

        assertValue(admin.delete("/resolver/RESOLVER-four"), "-1");
        assertValue(admin.delete("/resolver/resolver-four"), number.toString());
        assertValue(admin.get("/resolver/resolver-four"), "{}");
    }

    @Test
    void aTestOfAFileSaysThatThereIsNone() {
        assertValue(
                admin.post("/resolver/test", "type", "passwdresolver", "fileName", file),
                "false",
                "{'description': 'Not implemented'}");
        assertRefusal(admin.post("/resolver/test", "fileName", file), 400, 905, "ERR905: Missing parameter: 'type'");
        assertRefusal(
                admin.post("/resolver/test", "type", "nosuch"), 400, 905, "ERR905: Unknown resolver type: 'nosuch'");
    }

    @Test
    void aStoreThatCannotBeReadIsToldApartFromAnUnknownUser() {
        save("resolver-six", "type", "passwdresolver", "fileName", file);
        admin.post("/realm/resolver-six", "resolvers", "resolver-six");
        admin.enrolHotp("RESOLVER6", "31323334353637383930", "", "user", "user1", "realm", "resolver-six");

        save("resolver-six", "type", "passwdresolver", "fileName", file + ".nosuchfile");

        assertJson(
                admin.get("/token/", "serial", "RESOLVER6").rows("tokens").get(0),
                ListedToken.of(
                        "RESOLVER6",
                        """
                        {'realms': ['resolver-six'], 'resolver': 'resolver-six', 'user_id': '1001',
                         'username': '**resolver error**', 'user_realm': 'resolver-six'}
                        """));
        assertValue(admin.get("/user/", "realm", "resolver-six"), "[]");
        assertRefusal(
                admin.post("/validate/check", "user", "user1", "realm", "resolver-six", "pass", "x"),
                500,
                -500,
                "500 Internal Server Error: The server encountered an internal error and was unable to complete your"
                        + " request. Either the server is overloaded or there is an error in the application.");
        assertValue(admin.post("/token/disable/RESOLVER6"), "1");
    }

    @Test
    void whatCannotBeSavedIsRefused() {
        assertRefusal(save("bad", "fileName", file), 400, 905, "ERR905: Missing parameter: 'type'");
        assertRefusal(save("bad", "type", "nosuch"), 400, 905, "ERR905: Unknown resolver type: 'nosuch'");
        assertRefusal(
                save("bad%20name!", "type", "passwdresolver"),
                400,
                905,
                "ERR905: Invalid resolver name. Must comply to [A-Za-z0-9_\\-.]+.");
        assertRefusal(
                save("bad", "type", "passwdresolver", "type.x", "password"),
                400,
                905,
                "ERR905: Parameter 'type.x' without parameter 'x'");
        assertValue(admin.get("/resolver/bad"), "{}");
    }

    @Test
    void entriesMayComeAsJson() {
        byte[] body = "{\"type\": \"passwdresolver\", \"fileName\": \"%s\", \"SIZELIMIT\": 5, \"TLS\": true}"
                .formatted(file)
                .getBytes(StandardCharsets.UTF_8);

        assertValue(admin.post("/resolver/resolver-five", "application/json", body), "'<int>'");

        assertValue(
                admin.get("/resolver/resolver-five"),
                listed("resolver-five", "{'fileName': '" + file + "', 'SIZELIMIT': '5', 'TLS': 'True'}", "[]"));
    }
}
